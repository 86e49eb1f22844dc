-module(processes).
-export([main/1]).

main(_Arguments) ->
    Parent = self(),
    [spawn(fun() -> Parent ! {square, N * N} end) || N <- lists:seq(1, 1000)],
    Squares = [receive {square, Square} -> Square end || _ <- lists:seq(1, 1000)],
    io:format("~p~n", [lists:sum(Squares)]),
    {Crashed, Monitor} = spawn_monitor(fun() -> exit(on_purpose) end),
    receive {'DOWN', Monitor, process, Crashed, Reason} -> io:format("~p~n", [Reason]) end,
    io:put_chars(os:cmd("echo a child")),
    io:format("an unfinished line").
