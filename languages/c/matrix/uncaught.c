#include <assert.h>
#include <stdio.h>

static int half(int n) {
    assert(n % 2 == 0); // HERE
    return n / 2;
}

int main(void) {
    puts("before");
    printf("%d\n", half(7));
    return 0;
}
