#include "confine.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "cgroup.h"
#include "filter.h"
#include "user.h"

enum { STACK_BYTES = 8 << 20, LOCKED_BYTES = 64 << 10, QUEUE_BYTES = 819200, PENDING_SIGNALS = 4096 };

/* <linux/capability.h> does not come with musl. */
struct capability_header {
  uint32_t version;
  int pid;
};
struct capability_data {
  uint32_t effective, permitted, inheritable;
};
static const uint32_t capability_version_3 = 0x20080522;

static void reset_signals(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL};
  for (int number = 1; number < NSIG; number++) sigaction(number, &standard, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

/* When memory runs out the kernel then takes the program, never the agent. */
static void offer_to_oom_killer(void) {
  int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (file < 0) return;
  if (write(file, "1000", 4) < 0) errno = 0;
  close(file);
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
 * its limit counts the agent.
 */
static bool limit_processes(uint64_t processes) {
  if (processes == 0 || processes + 1 >= cgroup_most_processes()) return true;
  return limit(RLIMIT_NPROC, processes, processes);
}

static bool set_limits(const struct launch *launch) {
  return limit(RLIMIT_CORE, 0, 0) && limit(RLIMIT_STACK, STACK_BYTES, RLIM_INFINITY) &&
         limit(RLIMIT_MEMLOCK, LOCKED_BYTES, LOCKED_BYTES) && limit(RLIMIT_MSGQUEUE, QUEUE_BYTES, QUEUE_BYTES) &&
         limit(RLIMIT_SIGPENDING, PENDING_SIGNALS, PENDING_SIGNALS) && limit_processes(launch->processes) &&
         (launch->open_files == 0 || limit(RLIMIT_NOFILE, launch->open_files, launch->open_files)) &&
         (launch->file_bytes == 0 || limit(RLIMIT_FSIZE, launch->file_bytes, launch->file_bytes));
}

/* The bounding set stays, for dropping it needs a capability that the agent lacks: without any way to gain privileges it gives nothing. */
bool become_user(void) {
  offer_to_oom_killer();
  struct capability_header header = {capability_version_3, 0};
  struct capability_data none[2] = {{0, 0, 0}, {0, 0, 0}};
  gid_t group = (gid_t)sandbox_user;
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && setgroups(0, NULL) == 0 &&
         setresgid(group, group, group) == 0 && setresuid(sandbox_user, sandbox_user, sandbox_user) == 0 &&
         syscall(SYS_capset, &header, none) == 0;
}

const char *confine(const struct launch *launch) {
  reset_signals();
  if (setsid() < 0) return "open a session";
  if (launch->terminal && ioctl(STDIN_FILENO, TIOCSCTTY, 0) < 0) return "take the terminal";
  if (!set_limits(launch)) return "set the limits";
  if (!become_user()) return "become the sandbox user";
  if (chdir("/work") < 0) return "enter the work folder";
  /* Whatever stands there instead is the program's own. */
  if (launch->files_out && mkdir("out", 0755) < 0) errno = 0;
  if (!filter_calls()) return "narrow its system calls";
  return NULL;
}
