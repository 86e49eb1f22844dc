using System;
using System.Collections.Generic;

class Program
{
    static void Main()
    {
        var kept = new List<byte[]>();
        while (true)
        {
            var block = new byte[1 << 20];
            // Memory counts once it is written to.
            for (int i = 0; i < block.Length; i += 1024) block[i] = 1;
            kept.Add(block);
        }
    }
}
