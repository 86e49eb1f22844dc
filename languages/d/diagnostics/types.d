import std.stdio;

void main()
{
    int number = "text";
    writeln(nmber);
    return 5;
}
