#include <stdio.h>

#include "answers/answer.h"

int main(void) {
    printf("from a folder: %d\n", answer());
    return 0;
}
