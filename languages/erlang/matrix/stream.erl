-module(main).
-export([main/0]).

main() ->
    io:format("first~n"),
    timer:sleep(500),
    io:format("second~n").
