sizes = [1, 2, 3];
for i = 1:3
  disp(sizes(i);
endfor
