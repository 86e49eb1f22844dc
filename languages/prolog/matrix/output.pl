:- initialization(main).

main :-
    length(Codes, 63),
    maplist(=(0'x), Codes),
    forall(between(1, 16384, _), format("~s~n", [Codes])).
