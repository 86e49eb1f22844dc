:- initialization(main).

half(N, Half) :-
    must_be(positive_integer, N),
    Half is N / two, % HERE
    integer(Half).

main :-
    writeln(before),
    half(3, Half),
    writeln(Half).
