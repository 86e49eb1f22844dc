using System;

class Program
{
    static void Main()
    {
        Console.Write("Hello from C#\nWhat is your name? ");
        string name = Console.ReadLine() ?? "stranger";
        Console.WriteLine($"Nice to meet you, {name}!");
        for (int n = 1; n <= 3; n++) Console.WriteLine($"{n} squared is {n * n}");
    }
}
