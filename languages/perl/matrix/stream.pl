use v5.40;
use Time::HiRes qw(sleep);

say 'first';
sleep 0.5;
say 'second';
