use v5.40;
use lib 'lib';
use Area;

say Area::area(2);
