#include "sockets.h"

#include <errno.h>
#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <time.h>

#include "clock.h"
#include "forks.h"

enum { PATIENCE_US = 200000, PAUSE_NS = 1000000 };

/* The kernel's lists, each with a line of titles; one that is not there is of a kind of socket that this kernel does not have. */
static const char *const lists[] = {"/proc/net/tcp",  "/proc/net/tcp6", "/proc/net/udp",         "/proc/net/udp6",
                                    "/proc/net/raw",  "/proc/net/raw6", "/proc/net/sctp/assocs", "/proc/net/icmp",
                                    "/proc/net/icmp6"};
static const char local_list[] = "/proc/net/unix";

/* A line of local sockets has the socket's number in its seventh field; the other lists are not asked for it. */
static bool is_ours(const char *line) {
  uint64_t number;
  const uint64_t *ours = forks_sockets();
  if (sscanf(line, "%*s %*s %*s %*s %*s %*s %" SCNu64, &number) != 1 || number == 0) return false;
  return number == ours[0] || number == ours[1];
}

static bool is_empty(const char *path, bool is_local) {
  char line[512];
  FILE *list = fopen(path, "re");
  if (!list) return errno == ENOENT;
  bool empty = fgets(line, sizeof line, list);
  while (empty && fgets(line, sizeof line, list)) empty = is_local && is_ours(line);
  fclose(list);
  return empty;
}

static bool all_are_empty(void) {
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
    if (!is_empty(lists[i], false)) return false;
  }
  return is_empty(local_list, true);
}

/* Sockets under way in each other's buffers are only found by the kernel's own search, a moment after the last process. */
bool sockets_are_gone(void) {
  uint64_t until = now_us() + PATIENCE_US;
  while (!all_are_empty()) {
    if (now_us() >= until) return false;
    nanosleep(&(struct timespec){.tv_nsec = PAUSE_NS}, NULL);
  }
  return true;
}
