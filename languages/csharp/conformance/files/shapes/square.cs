namespace Shapes
{
    static class Square
    {
        public static int Of(int n) => n * n;
    }
}
