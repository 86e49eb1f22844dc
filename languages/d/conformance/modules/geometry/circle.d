module geometry.circle;

import geometry.shape;
import std.math;

class Circle : Shape
{
    private double radius;

    this(double radius)
    {
        this.radius = radius;
    }

    string name() const
    {
        return "circle";
    }

    double area() const
    {
        return PI * radius * radius;
    }
}
