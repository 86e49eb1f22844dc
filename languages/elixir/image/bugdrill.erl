%% Runs an Erlang program: main/1 of the entry's module with the arguments, as escript does, or else main/0 or start/0.
-module(bugdrill).
-export([run/0]).

run() ->
    [Entry | Arguments] = init:get_plain_arguments(),
    Module = list_to_atom(filename:basename(Entry, ".erl")),
    process_flag(trap_exit, true),
    Program = spawn_link(fun() -> start(Module, Arguments) end),
    receive
        {'EXIT', Program, normal} -> halt(0);
        {'EXIT', Program, {failed, Text}} -> fail(Text);
        {'EXIT', Program, Reason} -> fail(io_lib:format("exception exit: ~tp", [Reason]))
    end.

start(Module, Arguments) ->
    try
        {module, Module} = code:ensure_loaded(Module),
        call(Module, Arguments)
    catch
        Class:Reason:Stack ->
            Options = #{stack_trim_fun => fun(Caller, _, _) -> Caller =:= ?MODULE end},
            exit({failed, erl_error:format_exception(Class, Reason, Stack, Options)})
    end.

call(Module, Arguments) ->
    Has = fun(Name, Arity) -> erlang:function_exported(Module, Name, Arity) end,
    case {Has(main, 1), Has(main, 0), Has(start, 0)} of
        {false, false, true} -> Module:start();
        {false, true, _} -> Module:main();
        _ -> Module:main(Arguments)
    end.

fail(Text) ->
    io:put_chars(standard_error, [Text, $\n]),
    halt(1).
