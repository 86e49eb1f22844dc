use v5.40;

my @kept;
push @kept, 'x' x 1_000_000 while true;
