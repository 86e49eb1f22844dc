likes(mary, wine).
likes(john, X) :- likes(mary, X)
likes(tom, beer).

main :-
    forall(likes(john, X), writeln(X)).
