use v5.40;

print while <STDIN>;
