#include "pages.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

enum { MOST_RANGES = 64, POPULATE_WRITE = 23 };

static struct range {
  void *begin;
  size_t length;
} ranges[MOST_RANGES];
static size_t count;

void pages_find(void) {
  FILE *maps = fopen("/proc/self/maps", "re");
  char line[512];
  while (maps && count < MOST_RANGES && fgets(line, sizeof line, maps)) {
    unsigned long begin, end;
    char rights[5];
    bool told = sscanf(line, "%lx-%lx %4s", &begin, &end, rights) == 3;
    if (told && strcmp(rights, "rw-p") == 0) ranges[count++] = (struct range){(void *)begin, end - begin};
  }
  if (maps) fclose(maps);
}

void pages_take(void) {
  for (size_t i = 0; i < count; i++) {
    if (madvise(ranges[i].begin, ranges[i].length, POPULATE_WRITE) < 0) errno = 0;
  }
}
