% main/0 is run even where no directive says so; what is read shows no prompt.
main :-
    read(Term),
    format("read ~q~n", [Term]),
    concurrent_maplist([N, Square]>>(Square is N * N), [1, 2, 3], Squares),
    print(Squares),
    nl,
    write('an unfinished line').
