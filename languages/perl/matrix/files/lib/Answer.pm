package Answer;
use v5.40;

sub value { return 6 * 7 }

1;
