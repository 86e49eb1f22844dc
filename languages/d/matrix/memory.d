void main()
{
    ubyte[][] kept;
    while (true)
    {
        auto piece = new ubyte[1024 * 1024];
        piece[] = 1;
        kept ~= piece;
    }
}
