-module(syntax).
-export([main/0]).

main() ->
    io:format("one~n")
    io:format("two~n").
