:- use_module(shapes/area).
:- initialization(main).

main :-
    area(6, 7, Area),
    format("from a folder: ~d~n", [Area]).
