:- initialization(main).

main :-
    writeln(leaving),
    halt(3).
