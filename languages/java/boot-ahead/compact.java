void main() {
    var name = IO.readln("Name? ");
    IO.println("Hello, " + name);
}
