use v5.40;
use JSON::PP;

say decode_json('{');
