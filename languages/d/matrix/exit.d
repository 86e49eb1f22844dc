import std.stdio;

int main()
{
    writeln("leaving");
    return 3;
}
