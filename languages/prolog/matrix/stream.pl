:- initialization(main).

main :-
    writeln(first),
    sleep(0.5),
    writeln(second).
