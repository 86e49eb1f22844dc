using System;
using System.Collections.Generic;
using System.Linq;

class Sums
{
    static IEnumerable<string> Lines()
    {
        string line;
        while ((line = Console.ReadLine()) != null) yield return line;
    }

    static void Main()
    {
        var numbers = Lines().SelectMany(line => line.Split(' ')).Where(word => word != "").Select(int.Parse).ToList();
        Console.Write($"{numbers.Count} numbers, sum {numbers.Sum()}, ");
        Console.Write("no newline at the end");
    }
}
