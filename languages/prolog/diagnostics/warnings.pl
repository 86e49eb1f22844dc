:- initialization(main).

area(Width, Height, Area) :-
    Area is Width * Width.

main :-
    area(6, 7, Area),
    writeln(Area).

:- area(1, 2, 3).
