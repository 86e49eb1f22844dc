import std.stdio;

void main(string[] args)
{
    int[] numbers = [1, 2, 3];
    writeln(numbers[args.length + 2]);
}
