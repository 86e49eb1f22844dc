:- initialization(main).

main :-
    read_line_to_string(user_input, Line),
    format("grüße, ~s 世界 🐛~n", [Line]).
