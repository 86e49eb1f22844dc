import std.stdio;

void main()
{
    int number = "not a number"; // HERE
    writeln(number);
}
