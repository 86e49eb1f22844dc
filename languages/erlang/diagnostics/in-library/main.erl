-module(main).
-export([main/0]).

main() ->
    io:format("~p~n", [area:total(["6", "7", "x"])]).
