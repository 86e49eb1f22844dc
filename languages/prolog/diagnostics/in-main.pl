:- initialization(main, main).

half(N, Half) :-
    Half is N / two,
    integer(Half).

main :-
    half(3, Half),
    writeln(Half).
