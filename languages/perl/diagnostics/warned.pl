use v5.40;

my ( $name, %sizes ) = ( undef, 1, 2, 3 );
say "Hello $name";
say '3 apples' + 2;
