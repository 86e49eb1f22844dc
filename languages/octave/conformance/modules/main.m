1; # a script, though functions are defined in it

function r = twice(x)
  r = 2 * x;
endfunction

addpath("shapes");
printf("%d\n", twice(square_area(3)));
source("shapes/settings.m");
printf("%s %d %d\n", mfilename(), numel(argv()), tolerance);
