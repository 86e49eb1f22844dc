import std.algorithm;
import std.array;
import std.concurrency;
import std.parallelism;
import std.range;
import std.stdio;

void square(Tid owner, int n)
{
    owner.send(n * n);
}

void main()
{
    auto doubled = new int[5];
    foreach (n, ref value; doubled.parallel)
        value = cast(int) n * 2;
    writeln(doubled);

    foreach (n; 1 .. 5)
        spawn(&square, thisTid, n);
    auto squares = iota(4).map!(_ => receiveOnly!int).array;
    writeln(squares.sort);
}
