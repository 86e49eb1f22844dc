#include <stdio.h>

int main(void) {
    puts("begun");
    for (;;) {
    }
}
