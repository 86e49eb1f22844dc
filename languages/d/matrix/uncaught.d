import std.stdio;

void main()
{
    int[] numbers = [1, 2, 3];
    size_t index = numbers.length;
    writeln("before");
    writeln(numbers[index]); // HERE
}
