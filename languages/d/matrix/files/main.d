import deep.thought;
import std.stdio;

void main()
{
    writeln("from a folder: ", answer());
}
