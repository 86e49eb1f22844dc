:- use_module(library(socket)).
:- initialization(main).

main :-
    catch(connect, error(_, _), writeln('no network')).

connect :-
    tcp_connect('192.0.2.1':80, Stream, []),
    close(Stream),
    writeln(connected).
