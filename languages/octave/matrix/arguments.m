arguments = argv();
for i = 1:numel(arguments)
  puts([arguments{i} "\n"]);
endfor
