:- initialization(main).

main :-
    grow([]).

grow(Kept) :-
    numlist(1, 100000, Numbers),
    grow([Numbers|Kept]).
