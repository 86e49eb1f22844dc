using System;

class Program
{
    static void Main()
    {
        Console.WriteLine(Half.Of(3));
    }
}
