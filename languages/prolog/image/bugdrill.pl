:- module(bugdrill, []).

/* Read before every program: errors are told with the places that led to them, output is seen line by line, and a
   program that only defines main/0 is started by it. */

:- use_module(library(prolog_stack)).
:- use_module(library(occurs), [sub_term/2]).

:- dynamic wrong/0, starts_itself/0.
:- multifile user:message_hook/3, user:term_expansion/2.
:- dynamic user:message_hook/3, user:term_expansion/2.

:- set_stream(user_output, buffer(line)).
:- prompt(_, '').

user:message_hook(_, error, _) :-
    assertz(wrong),
    fail.
user:message_hook(initialization_failure(_, _), warning, _) :-
    assertz(wrong),
    fail.

user:term_expansion((:- Directive), _) :-
    sub_term(Part, Directive),
    Part == main,
    assertz(starts_itself),
    fail.

%   What is left to do once the program is loaded. What initialization(Goal, main) names is run by Prolog itself.

finish :-
    wrong,
    !,
    halt(1).
finish :-
    '$init_goal'(when(main), _, _),
    !.
finish :-
    start,
    (   wrong
    ->  halt(1)
    ;   halt
    ).

start :-
    starts_itself,
    !.
start :-
    current_predicate(user:main/0),
    \+ predicate_property(user:main, imported_from(_)),
    predicate_property(user:main, file(File)),
    predicate_property(user:main, line_count(Line)),
    !,
    '$run_init_goal'(user:main, File:Line).
start.
