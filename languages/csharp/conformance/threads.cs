using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

class Threads
{
    static async Task<long> Sum(int part)
    {
        await Task.Delay(10);
        return await Task.Run(() => Enumerable.Range(part * 1000, 1000).Sum(n => (long)n));
    }

    static void Main()
    {
        long[] sums = Task.WhenAll(Enumerable.Range(0, 20).Select(Sum)).Result;
        int count = 0;
        var threads = Enumerable.Range(0, 10).Select(_ => new Thread(() => Interlocked.Increment(ref count))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Console.WriteLine($"{sums.Sum()} {count}");
    }
}
