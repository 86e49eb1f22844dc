#include <stdio.h>

int main(void) {
    char name[64] = "stranger";
    printf("Hello from C\nWhat is your name? ");
    if (scanf("%63[^\n]", name) == EOF) puts("");
    printf("Nice to meet you, %s!\n", name);

    for (int n = 1; n <= 3; n++) printf("%d squared is %d\n", n, n * n);
    return 0;
}
