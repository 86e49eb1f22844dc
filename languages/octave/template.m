printf("Hello from Octave %s\n", version());
printf("What is your name? ");
name = fgetl(stdin);
if (! ischar(name) || isempty(name))
  name = "stranger";
endif
printf("Nice to meet you, %s!\n", name);

for n = 1:3
  printf("%d squared is %d\n", n, n^2);
endfor
