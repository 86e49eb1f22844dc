use v5.40;

say "Hello from Perl $^V";
print "What is your name? ";
my $name = <STDIN> // '';
chomp $name;
$name = 'stranger' if $name eq '';
say "Nice to meet you, $name!";

say "$_ squared is ", $_**2 for 1 .. 3;
