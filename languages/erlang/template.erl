-module(main).
-export([main/0]).

main() ->
    io:format("Hello from Erlang/OTP ~s~n", [erlang:system_info(otp_release)]),
    Name = case io:get_line("What is your name? ") of
        eof -> "stranger";
        Line -> string:trim(Line)
    end,
    io:format("Nice to meet you, ~ts!~n", [Name]),
    [io:format("~p squared is ~p~n", [N, N * N]) || N <- [1, 2, 3]].
