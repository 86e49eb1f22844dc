disp("begun");
number = 0;
while (true)
  number++;
endwhile
