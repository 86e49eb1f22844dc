import std;

void main()
{
    write("What is your name? ");
    string name = readln().strip;
    if (name.empty)
        name = "stranger";
    writefln("Nice to meet you, %s!", name);
    foreach (n; iota(1, 4))
        writefln("%d squared is %d", n, n ^^ 2);
}
