#pragma once

#include <stdbool.h>
#include <stdint.h>

/* A number in one of the kernel's files: the file's first one, or the one after a name at the start of a line. */
struct counter {
  const char *path;
  const char *name;
};

/* False when there is no such number. */
bool read_counter(const struct counter *counter, uint64_t *value);
