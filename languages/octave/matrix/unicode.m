line = fgetl(stdin);
printf("grüße, %s 世界 🐛\n", line);
