use v5.40;

say for @ARGV;
