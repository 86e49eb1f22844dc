module geometry.shape;

interface Shape
{
    string name() const;
    double area() const;
}
