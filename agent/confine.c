#include "confine.h"

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cgroup.h"
#include "filter.h"
#include "forks.h"
#include "privileges.h"

enum { STACK_BYTES = 8 << 20, LOCKED_BYTES = 64 << 10, QUEUE_BYTES = 819200, PENDING_SIGNALS = 4096 };

static void reset_signals(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL};
  for (int number = 1; number < NSIG; number++) sigaction(number, &standard, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

static bool limit(int resource, rlim_t soft, rlim_t hard) {
  struct rlimit now;
  if (getrlimit(resource, &now) < 0) return false;
  if (hard > now.rlim_max) hard = now.rlim_max;
  if (soft > hard) soft = hard;
  struct rlimit wanted = {soft, hard};
  return setrlimit(resource, &wanted) == 0;
}

/*
 * The kernel counts refusals of the cgroup's limit and not of this one, so the cgroup is left to do it where it is as tight:
 * its limit counts the agent, and the fork server where there is one.
 */
static bool limit_processes(const struct launch *launch) {
  uint64_t ours = launch->serves_forks || forks_process() ? 2 : 1;
  if (launch->processes == 0 || launch->processes + ours >= cgroup_most_processes()) return true;
  return limit(RLIMIT_NPROC, launch->processes, launch->processes);
}

static bool set_limits(const struct launch *launch) {
  return limit(RLIMIT_CORE, 0, 0) && limit(RLIMIT_STACK, STACK_BYTES, RLIM_INFINITY) &&
         limit(RLIMIT_MEMLOCK, LOCKED_BYTES, LOCKED_BYTES) && limit(RLIMIT_MSGQUEUE, QUEUE_BYTES, QUEUE_BYTES) &&
         limit(RLIMIT_SIGPENDING, PENDING_SIGNALS, PENDING_SIGNALS) && limit_processes(launch) &&
         (launch->open_files == 0 || limit(RLIMIT_NOFILE, launch->open_files, launch->open_files)) &&
         (launch->file_bytes == 0 || limit(RLIMIT_FSIZE, launch->file_bytes, launch->file_bytes));
}

static bool take_privileges(const struct launch *launch) {
  if (launch->serves_forks) return become_fork_server();
  offer_to_oom_killer();
  return become_user();
}

const char *confine(const struct launch *launch) {
  reset_signals();
  if (setsid() < 0) return "open a session";
  if (launch->terminal && ioctl(STDIN_FILENO, TIOCSCTTY, 0) < 0) return "take the terminal";
  if (!set_limits(launch)) return "set the limits";
  if (!take_privileges(launch)) return "become the sandbox user";
  if (chdir("/work") < 0) return "enter the work folder";
  /* Whatever stands there instead is the program's own. */
  if (launch->files_out && mkdir("out", 0755) < 0) errno = 0;
  if (!filter_calls()) return "narrow its system calls";
  return NULL;
}
