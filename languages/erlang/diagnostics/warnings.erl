-module(warnings).
-export([main/0]).

main() ->
    Double = 2 * 21,
    io:format("~p~n").
