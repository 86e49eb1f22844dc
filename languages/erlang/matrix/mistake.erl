-module(main).
-export([main/0]).

main() ->
    Total = lists:sum([1, 2, 3]),
    io:format("The total is ~p~n", [Totl]). % HERE
