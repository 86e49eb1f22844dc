/* Signals the agent, by every call that signals. It ends by itself when the agent lives. */

#define _GNU_SOURCE
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "attempt.h"

enum { AGENT = 1, PIDFD_SEND_SIGNAL = 424, PIDFD_OPEN = 434 };

int main(void) {
  const int numbers[] = {0, SIGTERM, SIGINT, SIGHUP, SIGSTOP, SIGSEGV, SIGCHLD, SIGKILL};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    char what[32];
    snprintf(what, sizeof what, "signal %d to it", numbers[i]);
    attempt(what, kill(AGENT, numbers[i]) == 0);
  }
  attempt("signal its group", kill(-AGENT, SIGKILL) == 0 && getpgrp() != AGENT && getpgid(AGENT) == AGENT);
  attempt("signal its thread", syscall(SYS_tgkill, AGENT, AGENT, SIGKILL) == 0);
  union sigval value = {0};
  attempt("queue it a signal", sigqueue(AGENT, SIGKILL, value) == 0);
  int handle = (int)syscall(PIDFD_OPEN, AGENT, 0);
  attempt("signal it by a handle", handle >= 0 && syscall(PIDFD_SEND_SIGNAL, handle, SIGKILL, NULL, 0) == 0);
  return done();
}
