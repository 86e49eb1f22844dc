package Area;
use v5.40;

sub area (@sizes) {
    die 'two sizes are wanted' if @sizes != 2;
    return $sizes[0] * $sizes[1];
}

1;
