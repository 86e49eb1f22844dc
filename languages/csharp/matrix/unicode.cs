using System;

class Program
{
    static void Main()
    {
        string line = Console.ReadLine();
        Console.WriteLine($"grüße, {line} 世界 🐛");
    }
}
