:- use_module(library(clpfd)).
:- use_module(library(dcg/basics)).

puzzle([S, E, N, D] + [M, O, R, E] = [M, O, N, E, Y]) :-
    Letters = [S, E, N, D, M, O, R, Y],
    Letters ins 0..9,
    all_different(Letters),
    S * 1000 + E * 100 + N * 10 + D + M * 1000 + O * 100 + R * 10 + E
        #= M * 10000 + O * 1000 + N * 100 + E * 10 + Y,
    M #\= 0,
    S #\= 0.

:- puzzle(Puzzle), term_variables(Puzzle, Letters), label(Letters), print(Puzzle), nl.
:- phrase((string_without(`=`, Name), "=", integer(Value)), `size=42`), format("~s is ~d~n", [Name, Value]).
:- X is 2 ** 100, print(X), nl.
