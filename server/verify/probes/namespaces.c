/* In a user namespace of its own a program is root, and reaches parts of the kernel that only root may. */

#define _GNU_SOURCE
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "attempt.h"

enum { CLONE3 = 435 };

static const struct {
  const char *name;
  int flag;
} kinds[] = {{"user", CLONE_NEWUSER}, {"mount", CLONE_NEWNS}, {"network", CLONE_NEWNET}, {"process", CLONE_NEWPID},
             {"IPC", CLONE_NEWIPC}, {"name", CLONE_NEWUTS}, {"cgroup", CLONE_NEWCGROUP}};

static bool clones(long (*call)(int), int flag) {
  long child = call(flag);
  if (child == 0) _exit(0);
  if (child > 0) waitpid((pid_t)child, NULL, 0);
  return child > 0;
}

static long by_clone(int flag) {
  return syscall(SYS_clone, flag | SIGCHLD, 0, 0, 0, 0);
}

static long by_clone3(int flag) {
  uint64_t wanted[11] = {(uint64_t)flag, [4] = SIGCHLD};
  return syscall(CLONE3, wanted, sizeof wanted);
}

int main(void) {
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    char what[64];
    snprintf(what, sizeof what, "clone with a %s namespace", kinds[i].name);
    attempt(what, clones(by_clone, kinds[i].flag));
    snprintf(what, sizeof what, "clone3 with a %s namespace", kinds[i].name);
    attempt(what, clones(by_clone3, kinds[i].flag));
    snprintf(what, sizeof what, "unshare a %s namespace", kinds[i].name);
    attempt(what, unshare(kinds[i].flag) == 0);
  }
  attempt("enter the agent's namespace", setns(open("/proc/1/ns/mnt", O_RDONLY), 0) == 0);
  return done();
}
