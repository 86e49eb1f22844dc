/* Tries to become somebody else: by asking, by a program that is somebody else's, by making one. */

#define _GNU_SOURCE
#include <grp.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "attempt.h"

/* This very program, when it is started again: whose is it now? */
static bool is_somebody_else(const char *path) {
  pid_t child = fork();
  if (child == 0) {
    execl(path, path, "whose", NULL);
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 9;
}

int main(int count, char **words) {
  if (count > 1 && strcmp(words[1], "whose") == 0) return geteuid() != getuid() || getegid() != getgid() ? 9 : 0;
  attempt("setuid 0", setuid(0) == 0);
  uid_t neighbour = getuid() + 1;
  attempt("setresuid of a neighbour", setresuid(neighbour, neighbour, neighbour) == 0);
  attempt("setgid 0", setgid(0) == 0);
  gid_t root = 0;
  attempt("setgroups", setgroups(1, &root) == 0);
  uint32_t header[2] = {0x20080522, 0}, capabilities[6] = {0xffffffff, 0xffffffff, 0, 0xff, 0xff, 0};
  attempt("take capabilities", syscall(SYS_capset, header, capabilities) == 0);
  attempt("give a file to root", chown(words[0], 0, 0) == 0);
  attempt("be somebody else by a program of one's own", chmod(words[0], 06755) == 0 && is_somebody_else(words[0]));
  attempt("have su ask nothing", system("su -c id 2>/dev/null | grep -q uid=0") == 0);
  attempt("be root after all", geteuid() == 0 || getegid() == 0);
  return done();
}
