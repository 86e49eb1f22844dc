#include <stdio.h>
#include <unistd.h>

int main(void) {
    puts("first");
    usleep(500000);
    puts("second");
    return 0;
}
