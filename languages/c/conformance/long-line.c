#include <stdio.h>

int main(void) {
    for (int i = 0; i < 20000; i++) putchar('x');
    putchar('\n');
    fputs("no newline at the end", stdout);
    return 0;
}
