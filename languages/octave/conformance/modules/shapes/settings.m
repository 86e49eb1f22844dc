tolerance = 5;
