total = 1;
printf("%d\n", totle);
