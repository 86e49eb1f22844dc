namespace Shapes
{
    public class Rectangle
    {
        private readonly int width, height;

        public Rectangle(int width, int height)
        {
            this.width = width;
            this.height = height;
        }

        public int Area => width * height;
    }
}
