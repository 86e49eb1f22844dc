#include "counter.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LONGEST_FILE = 8 << 10 };

static const char *line_of(const char *text, const char *name) {
  for (const char *at = strstr(text, name); at; at = strstr(at + 1, name)) {
    if (at == text || at[-1] == '\n') return at + strlen(name);
  }
  return NULL;
}

bool read_counter(const struct counter *counter, uint64_t *value) {
  char text[LONGEST_FILE];
  int file = open(counter->path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  ssize_t got = read(file, text, sizeof text - 1);
  close(file);
  if (got <= 0) return false;
  text[got] = '\0';
  const char *number = counter->name ? line_of(text, counter->name) : text;
  if (number) number += strspn(number, " \t");
  if (!number || *number < '0' || *number > '9') return false;
  *value = strtoull(number, NULL, 10);
  return true;
}
