use v5.40;
use Carp qw(croak);

sub half ($n) {
    croak "$n is odd" if $n % 2;
    return $n / 2;
}

say half(3);
