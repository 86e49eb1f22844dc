addpath("lib");

disp(area_of(2, "wide"));
