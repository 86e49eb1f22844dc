area(Width, Height, Area) :-
    Area is Width * Height.

:- area(6, seven, 42).
