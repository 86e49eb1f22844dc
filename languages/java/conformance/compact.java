// A class without a name, as Java has it for small programs.
void main() {
    var count = 0;
    while (IO.readln() instanceof String line) {
        IO.println(line.strip() + " " + line.length());
        count++;
    }
    IO.print(count + " lines");
}
