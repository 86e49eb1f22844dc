#include "pages.h"

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

enum { PAGE = 4096, MOST_RANGES = 256, MOST_PAGES = 4096, POPULATE_WRITE = 23 };

static struct range {
  uintptr_t begin;
  size_t length;
} ranges[MOST_RANGES];
static size_t count;

static void add(uintptr_t page) {
  struct range *last = ranges + count - 1;
  if (count > 0 && last->begin + last->length == page) last->length += PAGE;
  else if (count < MOST_RANGES) ranges[count++] = (struct range){page, PAGE};
}

/* Only what is there: a page that nobody has written to yet may never be needed. */
static void add_mapping(uintptr_t begin, size_t length) {
  static unsigned char is_there[MOST_PAGES];
  size_t pages = length / PAGE;
  if (pages > MOST_PAGES || mincore((void *)begin, length, is_there) < 0) return;
  for (size_t i = 0; i < pages; i++) {
    if (is_there[i] & 1) add(begin + i * PAGE);
  }
}

void pages_find(void) {
  FILE *maps = fopen("/proc/self/maps", "re");
  char line[512];
  while (maps && fgets(line, sizeof line, maps)) {
    uintptr_t begin, end;
    char rights[5];
    bool told = sscanf(line, "%lx-%lx %4s", &begin, &end, rights) == 3;
    if (told && strcmp(rights, "rw-p") == 0) add_mapping(begin, end - begin);
  }
  if (maps) fclose(maps);
}

void pages_take(void) {
  for (size_t i = 0; i < count; i++) {
    if (madvise((void *)ranges[i].begin, ranges[i].length, POPULATE_WRITE) < 0) errno = 0;
  }
}
