:- module(area, [area/2]).

area(Sides, Area) :-
    maplist([Side, Number]>>atom_to_number(Side, Number), Sides, Numbers),
    foldl([N, A, B]>>(B is N * A), Numbers, 1, Area).

atom_to_number(Text, Number) :-
    atom_string(Atom, Text),
    atom_length(Atom, Length),
    Length > 0,
    Number is Atom + 0,
    true.
