module deep.thought;

int answer()
{
    return 6 * 7;
}
