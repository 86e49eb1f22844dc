using System;

class Program
{
    static int Parse(string text)
    {
        return int.Parse(text);
    }

    static void Main()
    {
        Console.WriteLine(Parse("three"));
    }
}
