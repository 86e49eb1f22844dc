import std.array;
import std.stdio;

void main()
{
    string line = "x".replicate(63);
    foreach (n; 0 .. 16_384)
        writeln(line);
}
