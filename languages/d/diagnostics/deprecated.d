deprecated("use area instead") int size(int side)
{
    return side * side;
}

int main()
{
    return size(0);
}
