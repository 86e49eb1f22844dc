use v5.40;
my %sizes=(small=>1,medium=>22 ,large => 333);
for my $name(sort keys %sizes){
if($sizes{$name}>10){say "$name: $sizes{$name}"}
  else {
        say $name }
}
