use v5.40;

say 'x' x 63 for 1 .. 16_384;
