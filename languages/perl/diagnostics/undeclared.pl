use v5.40;

my $total = 1;
say $totle;
