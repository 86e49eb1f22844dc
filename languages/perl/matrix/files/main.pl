use v5.40;
use lib 'lib';
use Answer;

say 'from a folder: ', Answer::value();
