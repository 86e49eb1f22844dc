using System;
using System.Net.Sockets;

class Program
{
    static void Main()
    {
        try
        {
            using (var client = new TcpClient("192.0.2.1", 80)) Console.WriteLine("connected");
        }
        catch (SocketException)
        {
            Console.WriteLine("no network");
        }
    }
}
