-module(main).
-export([main/0]).

main() ->
    Line = string:trim(io:get_line(""), trailing, "\n"),
    io:format("grüße, ~ts 世界 🐛~n", [Line]).
