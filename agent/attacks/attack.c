/*
 * What a hostile program would try against the agent. Each line of its output is one attempt: `held`, or `BROKEN` when it
 * got what it must not get.
 */

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

static const pid_t agent = 1;

static void tell(const char *attempt, bool succeeded) {
  printf("%s: %s\n", attempt, succeeded ? "BROKEN" : "held");
  fflush(stdout);
}

static void try_open(const char *path, int flags) {
  char attempt[256];
  int file = open(path, flags);
  snprintf(attempt, sizeof attempt, "open %s %s", path, flags == O_RDONLY ? "to read" : "to write");
  /* Some files of /proc open and then refuse. */
  char byte = '0';
  bool got = file >= 0 && (flags == O_RDONLY ? read(file, &byte, 1) : write(file, &byte, 1)) > 0;
  tell(attempt, got);
  if (file >= 0) close(file);
}

static void signals(void) {
  const int numbers[] = {SIGKILL, SIGSTOP, SIGTERM, SIGINT, SIGHUP, SIGSEGV, SIGCHLD, 0};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    char attempt[64];
    snprintf(attempt, sizeof attempt, "signal %d", numbers[i]);
    tell(attempt, kill(agent, numbers[i]) == 0);
  }
  union sigval value = {0};
  tell("queue a signal", sigqueue(agent, SIGTERM, value) == 0);
  int handle = (int)syscall(SYS_pidfd_open, agent, 0);
  tell("signal over a handle", handle >= 0 && syscall(SYS_pidfd_send_signal, handle, SIGKILL, NULL, 0) == 0);
  tell("take a descriptor over a handle", handle >= 0 && syscall(SYS_pidfd_getfd, handle, 1, 0) >= 0);
  if (handle >= 0) close(handle);
}

static void memory(void) {
  tell("ptrace attach", ptrace(PTRACE_ATTACH, agent, NULL, NULL) == 0);
  tell("ptrace seize", ptrace(PTRACE_SEIZE, agent, NULL, NULL) == 0);
  char byte;
  struct iovec ours = {&byte, 1}, theirs = {(void *)0x400000, 1};
  tell("read its memory", process_vm_readv(agent, &ours, 1, &theirs, 1, 0) >= 0);
  tell("write its memory", process_vm_writev(agent, &ours, 1, &theirs, 1, 0) >= 0);
  const char *const readable[] = {"mem", "environ", "maps", "auxv", "stack", "syscall", "pagemap", "io", "exe", "exe/.", "root/etc/passwd", "cwd/etc/passwd"};
  for (size_t i = 0; i < sizeof readable / sizeof *readable; i++) {
    char path[64];
    snprintf(path, sizeof path, "/proc/1/%s", readable[i]);
    try_open(path, O_RDONLY);
  }
  const char *const writable[] = {"mem", "oom_score_adj", "oom_adj", "comm", "clear_refs", "coredump_filter", "sched", "timerslack_ns"};
  for (size_t i = 0; i < sizeof writable / sizeof *writable; i++) {
    char path[64];
    snprintf(path, sizeof path, "/proc/1/%s", writable[i]);
    try_open(path, O_WRONLY);
  }
}

static void descriptors(void) {
  tell("list its descriptors", opendir("/proc/1/fd") != NULL);
  for (int number = 0; number < 8; number++) {
    char path[64];
    snprintf(path, sizeof path, "/proc/1/fd/%d", number);
    try_open(path, O_RDONLY);
    try_open(path, O_WRONLY);
  }
  int inherited = 0;
  for (int number = 3; number < 1024; number++) {
    if (fcntl(number, F_GETFD) >= 0 || write(number, "x", 1) >= 0 || close(number) == 0) inherited++;
  }
  tell("find an inherited descriptor", inherited > 0);
}

static void privileges(void) {
  tell("setuid 0", setuid(0) == 0);
  tell("setreuid 0", setreuid(0, 0) == 0);
  tell("setresuid of a neighbour", setresuid(20000, 20001, 20002) == 0);
  tell("setgid 0", setgid(0) == 0);
  gid_t root = 0;
  tell("setgroups 0", setgroups(1, &root) == 0);
  tell("be root", getuid() == 0 || geteuid() == 0 || getgid() == 0 || getegid() == 0);
  uint32_t header[2] = {0x20080522, 0};
  uint32_t capabilities[6] = {0xe0, 0xe0, 0xe0, 0, 0, 0};
  tell("regain capabilities", syscall(SYS_capset, header, capabilities) == 0);
  tell("make a user namespace", unshare(CLONE_NEWUSER) == 0);
  tell("mount", mount("none", "/tmp", "tmpfs", 0, NULL) == 0);
  tell("chroot", chroot("/tmp") == 0);
}

static void influence(void) {
  struct rlimit none = {0, 0};
  tell("limit its files", prlimit(agent, RLIMIT_NOFILE, &none, NULL) == 0);
  tell("slow it down", setpriority(PRIO_PROCESS, (id_t)agent, 19) == 0);
  struct sched_param parameters = {0};
  tell("schedule it idly", sched_setscheduler(agent, SCHED_IDLE, &parameters) == 0);
  cpu_set_t first;
  CPU_ZERO(&first);
  CPU_SET(0, &first);
  tell("pin it", sched_setaffinity(agent, sizeof first, &first) == 0);
  tell("move it to another group", setpgid(agent, getpid()) == 0);
}

static void programs(void) {
  try_open("/bugdrill/agent", O_RDONLY);
  try_open("/bugdrill/agent", O_WRONLY);
  tell("list the agent's folder", opendir("/bugdrill") != NULL);
  tell("unlink the agent", unlink("/bugdrill/agent") == 0);
  tell("replace the agent", rename("/tmp", "/bugdrill/agent") == 0);
  tell("make the agent writable", chmod("/bugdrill/agent", 0777) == 0);
  pid_t child = fork();
  if (child == 0) {
    execl("/bugdrill/agent", "agent", "--uid", "20000", NULL);
    _exit(99);
  }
  int status = 0;
  waitpid(child, &status, 0);
  tell("execute the agent", !WIFEXITED(status) || WEXITSTATUS(status) != 99);
}

static void limits(void) {
  const char *const files[] = {
      "/sys/fs/cgroup/memory/memory.limit_in_bytes", "/sys/fs/cgroup/memory/cgroup.procs",
      "/sys/fs/cgroup/pids/pids.max", "/sys/fs/cgroup/cpu/cpu.cfs_quota_us", "/sys/fs/cgroup/memory.max",
      "/sys/fs/cgroup/pids.max", "/sys/fs/cgroup/cpu.max", "/sys/fs/cgroup/cgroup.procs",
      "/proc/sys/kernel/core_pattern", "/proc/sysrq-trigger", "/etc/passwd", "/dev/mem", "/dev/kmsg"};
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) try_open(files[i], O_WRONLY);
  struct rlimit processes = {RLIM_INFINITY, RLIM_INFINITY};
  tell("lift its file limit", setrlimit(RLIMIT_NOFILE, &processes) == 0);
}

int main(void) {
  signals();
  memory();
  descriptors();
  privileges();
  influence();
  programs();
  limits();
  puts("done");
  return 0;
}
