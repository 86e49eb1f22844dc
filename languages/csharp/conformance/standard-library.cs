using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Net.Http;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

class StandardLibrary
{
    static (int Least, int Most) Range(params int[] numbers) => (numbers.Min(), numbers.Max());

    static void Main()
    {
        Console.WriteLine(BigInteger.Pow(2, 100));
        Console.WriteLine(XElement.Parse("<a><b>text</b></a>").Element("b").Value);
        Console.WriteLine(string.Join(",", Regex.Matches("a 12 b 3", @"\d+").Cast<Match>().Select(match => match.Value)));
        Console.WriteLine(Range(3, 1, 2));
        Console.WriteLine(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin").GetUtcOffset(new DateTime(2024, 7, 1)));
        dynamic anything = "dynamic";
        Console.WriteLine(anything.Length is int length && length > 3 ? anything.ToUpper() : "short");

        string path = Path.Combine(Path.GetTempPath(), "note.gz");
        using (var file = new GZipStream(File.Create(path), CompressionMode.Compress))
            file.Write(Encoding.UTF8.GetBytes("kept"), 0, 4);
        using (var file = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress)))
            Console.WriteLine(file.ReadToEnd());

        Console.WriteLine(new StringContent("content").ReadAsStringAsync().Result);
        Console.WriteLine(new SortedDictionary<string, int> { ["b"] = 2, ["a"] = 1 }.First());
        Console.WriteLine(1234.5.ToString("N1"));
    }
}
