SELECT replace(printf('%63s', ''), ' ', 'x') FROM generate_series(1, 16384);
