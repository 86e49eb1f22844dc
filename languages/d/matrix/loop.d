import std.stdio;

void main()
{
    writeln("begun");
    ulong count;
    while (true)
        count++;
}
