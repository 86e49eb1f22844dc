:- initialization(main).

main :-
    writeln(begun),
    repeat,
    fail.
