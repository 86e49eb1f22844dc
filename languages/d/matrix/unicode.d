import std.stdio;
import std.string;

void main()
{
    string line = readln().chomp;
    writefln("grüße, %s 世界 🐛", line);
}
