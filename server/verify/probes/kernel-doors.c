/* Calls that are for root alone, or that have been ways into the kernel. */

#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/klog.h>
#include <sys/quota.h>
#include <sys/reboot.h>
#include <sys/resource.h>
#include <sched.h>
#include <sys/swap.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "attempt.h"

enum { MAP_CREATE = 0, READ_ALL = 3 };

int main(void) {
  char zeros[256] = {0};
  attempt("make a BPF map", syscall(SYS_bpf, MAP_CREATE, zeros, sizeof zeros) >= 0);
  attempt("watch performance events", syscall(SYS_perf_event_open, zeros, 0, -1, -1, 0) >= 0);
  attempt("handle page faults", syscall(SYS_userfaultfd, 0) >= 0 || syscall(SYS_userfaultfd, 1) >= 0);
  attempt("load a module", syscall(SYS_init_module, zeros, sizeof zeros, "") == 0);
  attempt("load a module from a file", syscall(SYS_finit_module, 0, "", 0) == 0);
  attempt("load another kernel", syscall(SYS_kexec_load, 0, 0, NULL, 0) == 0);
  attempt("restart the machine", reboot(RB_DISABLE_CAD) == 0);
  attempt("swap to a file", swapon("/work/main.c", 0) == 0);
  attempt("read the kernel's log", klogctl(READ_ALL, zeros, sizeof zeros) > 0);
  attempt("write accounts", acct("/work/main.c") == 0);
  struct { unsigned int bytes; int type; unsigned char handle[8]; } handle = {8, 1, {2}};
  attempt("open a file by its number", syscall(SYS_open_by_handle_at, AT_FDCWD, &handle, O_RDONLY) >= 0);
  struct sched_param now = {1};
  attempt("go before everybody", sched_setscheduler(0, SCHED_FIFO, &now) == 0);
  attempt("be nicer than nice", setpriority(PRIO_PROCESS, 0, -20) == 0);
  struct rlimit endless = {RLIM_INFINITY, RLIM_INFINITY};
  attempt("lift its limit of files", setrlimit(RLIMIT_NOFILE, &endless) == 0);
  attempt("lift its limit of locked memory", setrlimit(RLIMIT_MEMLOCK, &endless) == 0);
  return done();
}
