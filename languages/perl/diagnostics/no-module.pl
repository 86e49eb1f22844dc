use v5.40;
use Nowhere::AtAll;
