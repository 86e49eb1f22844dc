-module('standard-library').
-export([main/0]).

main() ->
    io:format("~p~n", [maps:to_list(#{a => 1})]),
    io:format("~ts~n", [string:uppercase("grüße")]),
    io:format("~s~n", [re:replace("a1b22", "[0-9]+", "#", [global, {return, list}])]),
    io:format("~s~n", [binary:encode_hex(crypto:hash(md5, "abc"), lowercase)]),
    io:format("~s~n", [json:encode(#{list => [1, null]})]),
    ets:insert(ets:new(table, [named_table]), {key, value}),
    io:format("~p~n", [ets:lookup(table, key)]).
