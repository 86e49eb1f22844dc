-module(main).
-export([main/0]).

main() ->
    io:format("leaving~n"),
    halt(3).
