module geometry.square;

import geometry.shape;

class Square : Shape
{
    private double side;

    this(double side)
    {
        this.side = side;
    }

    string name() const
    {
        return "square";
    }

    double area() const
    {
        return side * side;
    }
}
