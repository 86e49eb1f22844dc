use v5.40;
use utf8;
use open qw(:std :encoding(UTF-8));
use Digest::SHA qw(sha1_hex);
use JSON::PP;
use List::Util qw(max shuffle uniq);
use Math::BigInt;
use POSIX    qw(floor strftime);
use Storable qw(dclone);
use Time::Piece;

say Math::BigInt->new(2)**100;
say JSON::PP->new->canonical->encode( { name => 'naïve 🐍', sizes => [ 1, 2.5 ] } );
say length sha1_hex('bugdrill'), ' ', max( 3, 1 ), ' ', scalar uniq( 1, 1, 2 ), ' ', floor(2.7);
say strftime( '%Y-%m-%d', gmtime 0 ), ' ', Time::Piece->strptime( '2024-07-01', '%Y-%m-%d' )->day;
say scalar reverse('日本語'), ' ', length 'naïve';
say join( ' ', sort { $a <=> $b } shuffle( 1 .. 5 ) ), ' ', dclone( [ 1, [2] ] )->[1][0];
