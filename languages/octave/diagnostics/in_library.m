words = {1, 2};

parts = strsplit(words);
