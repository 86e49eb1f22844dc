import geometry;
import std.stdio;

void main()
{
    Shape[] shapes;
    shapes ~= new Square(3);
    shapes ~= new Circle(2);
    foreach (shape; shapes)
        writefln("%s %.2f", shape.name, shape.area);
}
