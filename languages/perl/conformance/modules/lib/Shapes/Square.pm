use v5.40;
use experimental 'class';

class Shapes::Square {
    field $side :param;

    method area { return $side**2 }
}
