addpath("lib");

printf("from a folder: %d\n", answer());
