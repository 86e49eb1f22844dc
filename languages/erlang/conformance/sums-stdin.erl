-module('sums-stdin').
-export([main/0]).

main() ->
    case io:get_line("") of
        eof -> ok;
        Line -> io:format("~p~n", [sum(Line)]), main()
    end.

sum(Line) ->
    lists:sum([list_to_integer(Word) || Word <- string:lexemes(Line, " \n")]).
