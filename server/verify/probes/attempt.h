/* What every probe in C says of what it tried: `refused:` or `GOT:`, one line an attempt, and `done` at the end. */

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static inline void attempt(const char *what, bool got) {
  if (got) printf("GOT: %s\n", what);
  else printf("refused: %s (%s)\n", what, strerror(errno));
  fflush(stdout);
  errno = 0;
}

static inline int done(void) {
  puts("done");
  return 0;
}
