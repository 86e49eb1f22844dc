addpath("lib");
disp(half(4));
