:- dynamic counter/1.
:- table path/2.

edge(a, b).
edge(b, c).
edge(c, a).

path(X, Y) :- path(X, Z), edge(Z, Y).
path(X, Y) :- edge(X, Y).

:- initialization(main, main).

main :-
    setof(Y, path(a, Y), Ys),
    print(Ys),
    nl,
    assertz(counter(1)),
    retract(counter(N)),
    string_upper("grüße", Upper),
    format("~w ~s~n", [N, Upper]).
