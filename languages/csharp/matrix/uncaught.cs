using System;

class Program
{
    static int Third(int[] numbers)
    {
        return numbers[2]; // HERE
    }

    static void Main()
    {
        Console.WriteLine("before");
        Console.WriteLine(Third(new[] { 1, 2 }));
    }
}
