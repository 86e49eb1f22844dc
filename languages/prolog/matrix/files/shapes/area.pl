:- module(area, [area/3]).

area(Width, Height, Area) :-
    Area is Width * Height.
