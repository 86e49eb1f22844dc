use v5.40;

say 'begun';
my $number = 0;
$number++ while true;
