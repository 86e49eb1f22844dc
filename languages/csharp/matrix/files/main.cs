using System;
using Shapes;

class Program
{
    static void Main()
    {
        Console.WriteLine($"from a folder: {new Rectangle(6, 7).Area}");
    }
}
