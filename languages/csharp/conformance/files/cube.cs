partial class Program
{
    static int Cube(int n) => n * n * n;
}
