using System;

static class Half
{
    public static int Of(int n)
    {
        if (n % 2 != 0) throw new ArgumentException("not even");
        return n / 2;
    }
}
