using System;

class Program
{
    static void Main()
    {
        int n = 3
        Console.WriteLine(n);
    }
}
