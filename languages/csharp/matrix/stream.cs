using System;
using System.Threading;

class Program
{
    static void Main()
    {
        Console.WriteLine("first");
        Thread.Sleep(500);
        Console.WriteLine("second");
    }
}
