#include <stdlib.h>
#include <string.h>

struct block {
    struct block *before;
    char bytes[1 << 20];
};

int main(void) {
    struct block *kept = NULL;
    for (;;) {
        struct block *block = malloc(sizeof *block);
        if (block == NULL) return 1;
        memset(block->bytes, 'x', sizeof block->bytes);
        block->before = kept;
        kept = block;
    }
}
