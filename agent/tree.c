#include "tree.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>

#include "clock.h"

enum { AGAIN_AFTER_US = 10000, PATIENCE_US = 2000000, PAUSE_NS = 200000 };

uint64_t tree_kill(void) {
  kill(-1, SIGKILL);
  return now_us() + AGAIN_AFTER_US;
}

bool tree_end(pid_t process) {
  for (uint64_t until = now_us() + PATIENCE_US; now_us() < until;) {
    kill(process, SIGKILL);
    while (waitpid(process, NULL, WNOHANG) > 0) continue;
    if (waitpid(process, NULL, WNOHANG) < 0 && errno == ECHILD) return true;
    nanosleep(&(struct timespec){.tv_nsec = PAUSE_NS}, NULL);
  }
  return false;
}
