-module(main).
-export([main/0]).

main() ->
    io:format("begun~n"),
    spin(0).

spin(N) -> spin(N + 1).
