use v5.40;
use threads;

print 'from ';
my $pid = fork // die "cannot fork: $!";
if ( $pid == 0 ) {
    say 'the child';
    exit 4;
}
waitpid $pid, 0;
say $? >> 8;

say threads->create( sub { return 6 * 7 } )->join;
print `echo from a shell`;

open my $out, '>', 'notes.txt' or die $!;
say $out 'kept';
close $out;
say -s 'notes.txt';
