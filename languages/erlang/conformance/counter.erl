-module(counter).
-behaviour(gen_server).
-export([start/0, init/1, handle_call/3, handle_cast/2]).

start() ->
    {ok, Counter} = gen_server:start_link(?MODULE, 40, []),
    gen_server:cast(Counter, count),
    gen_server:cast(Counter, count),
    io:format("~p~n", [gen_server:call(Counter, value)]).

init(Value) -> {ok, Value}.

handle_call(value, _From, Value) -> {reply, Value, Value}.

handle_cast(count, Value) -> {noreply, Value + 1}.
