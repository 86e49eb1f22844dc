-module(main).
-export([main/0]).

half(N) when N rem 2 =:= 0 ->
    N div 2;
half(N) ->
    error({odd, N}). % HERE

main() ->
    io:format("before~n"),
    io:format("~p~n", [half(3)]).
