use v5.40;

my @sizes = ( 1, 2, 3;
say scalar @sizes;
