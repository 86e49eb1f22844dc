import std.conv;
import std.stdio;

int parse(string text)
{
    return text.to!int + 1;
}

void main()
{
    writeln(parse("twelve"));
}
