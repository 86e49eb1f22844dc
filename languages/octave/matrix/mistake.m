name = "you";
printf("Hello %s\n" name); # HERE
