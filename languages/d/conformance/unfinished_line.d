import std.stdio;

void main()
{
    write("sum: ");
    long sum;
    int number;
    while (readf(" %d", number))
        sum += number;
    write(sum);
}
