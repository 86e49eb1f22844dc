using System;

class Program
{
    static void Main()
    {
        int unused;
        Console.WriteLine("warned");
    }
}
