#pragma once

#include <stdbool.h>
#include <stddef.h>

/* Whether a name is UTF-8 without control characters: then it is told as it is. */
bool name_is_plain(const char *name);

/* Copies what is plain of a text as it is, the rest as `\x0a`; what does not fit is cut, never within a character. */
void copy_plainly(char *copy, size_t size, const char *text);
