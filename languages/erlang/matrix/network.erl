-module(main).
-export([main/0]).

main() ->
    case gen_tcp:connect({192, 0, 2, 1}, 80, []) of
        {ok, _Socket} -> io:format("connected~n");
        {error, _Reason} -> io:format("no network~n")
    end.
