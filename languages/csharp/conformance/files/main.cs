using System;
using System.IO;
using Shapes;

partial class Program
{
    static void Main()
    {
        Console.Write(File.ReadAllText("greeting.txt"));
        Console.WriteLine($"{Square.Of(3)} {Cube(3)}");
    }
}
