:- use_module(shapes/area).
:- initialization(main).

main :-
    area(["6", "7", "x"], Area),
    writeln(Area).
