#include <termios.h>

/*
 * Linked into every program. Haskell prints line by line to a terminal, and in blocks to anything else; it asks which
 * it is when stdout is first used. That first question is answered with yes, and all others with the truth.
 */
int isatty(int descriptor) {
    static int asked;
    if (descriptor == 1 && !asked) {
        asked = 1;
        return 1;
    }
    struct termios settings;
    return tcgetattr(descriptor, &settings) == 0;
}
