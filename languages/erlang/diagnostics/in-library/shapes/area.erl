-module(area).
-export([total/1]).

total(Sides) ->
    Numbers = lists:map(fun erlang:list_to_integer/1, Sides),
    lists:sum(Numbers).
