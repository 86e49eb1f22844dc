import std.socket;
import std.stdio;

void main()
{
    try
    {
        auto socket = new TcpSocket(new InternetAddress("192.0.2.1", 80));
        writeln("connected");
    }
    catch (SocketException)
    {
        writeln("no network");
    }
}
