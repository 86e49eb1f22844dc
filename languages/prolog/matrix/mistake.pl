:- initialization(main).

total(Numbers, Total) :-
    sum_list(Numbers Total). % HERE

main :-
    total([1, 2, 3], Total),
    writeln(Total).
