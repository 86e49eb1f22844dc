:- initialization(main).

main :-
    read_line_to_string(user_input, Line),
    (   Line == end_of_file
    ->  true
    ;   split_string(Line, " ", " ", Words),
        exclude(==(""), Words, Numerals),
        maplist(number_string, Numbers, Numerals),
        sum_list(Numbers, Sum),
        writeln(Sum),
        main
    ).
