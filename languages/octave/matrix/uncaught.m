disp("before");
error("nobody catches this"); # HERE
