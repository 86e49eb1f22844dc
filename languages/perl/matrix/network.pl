use v5.40;
use IO::Socket::INET;

my $socket = IO::Socket::INET->new(
    PeerAddr => '192.0.2.1',
    PeerPort => 80,
    Timeout  => 2,
);
say $socket ? 'connected' : 'no network';
