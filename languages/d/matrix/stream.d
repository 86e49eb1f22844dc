import core.thread;
import core.time;
import std.stdio;

void main()
{
    writeln("first");
    Thread.sleep(500.msecs);
    writeln("second");
}
