-module('no-clause').
-export([main/0]).

colour(1) -> red;
colour(2) -> green.

main() ->
    io:format("~p~n", [colour(2)]),
    io:format("~p~n", [colour(3)]).
