use v5.40;
use FindBin qw($Bin);
use lib "$Bin/lib";
use Shapes::Square;

say Shapes::Square->new( side => 3 )->area;
say do './config.pl';
say "$0 @{[ scalar @ARGV ]} ", __FILE__;
