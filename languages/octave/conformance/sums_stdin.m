printf("before ");
printf("%d\n", sum(fscanf(stdin, "%d")));
disp(feof(stdin));
