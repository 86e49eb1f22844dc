:- initialization(main).

main :-
    format("Hello from Prolog~nWhat is your name? "),
    read_line_to_string(user_input, Line),
    (   Line == end_of_file
    ->  Name = "stranger"
    ;   Name = Line
    ),
    format("Nice to meet you, ~s!~n", [Name]),
    forall(between(1, 3, N), (Square is N * N, format("~d squared is ~d~n", [N, Square]))).
