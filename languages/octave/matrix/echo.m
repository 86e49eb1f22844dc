while (ischar(line = fgetl(stdin)))
  puts([line "\n"]);
endwhile
