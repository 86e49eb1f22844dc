use v5.40;

say 'before';
die 'nobody catches this';    # HERE
