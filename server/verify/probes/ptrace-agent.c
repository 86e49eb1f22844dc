/* Reaches for the agent: its memory, its descriptors, its running. */

#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include "attempt.h"

enum { AGENT = 1, PIDFD_OPEN = 434, PIDFD_GETFD = 438, KCMP_FILE = 0 };

static bool opens(const char *path, int flags) {
  char byte = 0;
  int file = open(path, flags);
  if (file < 0) return false;
  bool got = flags == O_RDONLY ? read(file, &byte, 1) > 0 : write(file, &byte, 1) > 0;
  close(file);
  return got;
}

int main(void) {
  attempt("attach to it", ptrace(PTRACE_ATTACH, AGENT, NULL, NULL) == 0);
  attempt("seize it", ptrace(PTRACE_SEIZE, AGENT, NULL, NULL) == 0);
  char byte;
  struct iovec ours = {&byte, 1}, theirs = {(void *)0x400000, 1};
  attempt("read its memory", process_vm_readv(AGENT, &ours, 1, &theirs, 1, 0) >= 0);
  attempt("write its memory", process_vm_writev(AGENT, &ours, 1, &theirs, 1, 0) >= 0);
  attempt("open its memory", opens("/proc/1/mem", O_RDWR));
  attempt("read its layout", opens("/proc/1/maps", O_RDONLY));
  attempt("write its stdout", opens("/proc/1/fd/1", O_WRONLY));
  attempt("read its stdin", opens("/proc/1/fd/0", O_RDONLY));
  int handle = (int)syscall(PIDFD_OPEN, AGENT, 0);
  attempt("take its stdout", handle >= 0 && syscall(PIDFD_GETFD, handle, 1, 0) >= 0);
  attempt("compare its descriptors", syscall(SYS_kcmp, AGENT, getpid(), KCMP_FILE, 1, 1) >= 0);
  struct rlimit none = {0, 0};
  attempt("limit it", prlimit(AGENT, RLIMIT_NOFILE, &none, NULL) == 0);
  attempt("slow it down", setpriority(PRIO_PROCESS, AGENT, 19) == 0);
  attempt("read its program", opens("/bugdrill/agent", O_RDONLY));
  return done();
}
