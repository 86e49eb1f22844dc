#pragma once

#include <stddef.h>

/* Says what a program left in the sandbox or changed in it; the empty string when it is as it was when it was new. */
void find_dirt(char *dirt, size_t size);
