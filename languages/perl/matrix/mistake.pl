use v5.40;

sub greet ($name) {
    say 'Hello ' $name;    # HERE
}

greet('you');
