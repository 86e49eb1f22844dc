#include "forked.h"

#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "pages.h"
#include "privileges.h"
#include "user.h"

enum { CONTROL = 3, DESCRIPTORS_TO_CLOSE = 1024 };

static int descriptors[FORK_DESCRIPTORS];

static bool receive(void) {
  union {
    struct cmsghdr header;
    char room[CMSG_SPACE(sizeof descriptors)];
  } rights;
  uint32_t user;
  struct iovec text = {&user, sizeof user};
  struct msghdr message = {.msg_iov = &text, .msg_iovlen = 1, .msg_control = &rights, .msg_controllen = sizeof rights.room};
  ssize_t got;
  do got = recvmsg(CONTROL, &message, MSG_CMSG_CLOEXEC);
  while (got < 0 && errno == EINTR);
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  if (got != (ssize_t)sizeof user || !header || header->cmsg_len != CMSG_LEN(sizeof descriptors)) return false;
  memcpy(descriptors, CMSG_DATA(header), sizeof descriptors);
  sandbox_user = user;
  return true;
}

/*
 * The process between the two ends at once, so that the agent, PID 1, becomes the parent. It borrows this one's memory, which
 * spares a second copy; this one goes on when it is gone.
 */
static pid_t fork_for_agent(void) {
  volatile pid_t child = -1;
  pid_t between = vfork();
  if (between == 0) {
    child = fork();
    if (child == 0) return 0;
    _exit(0);
  }
  while (between > 0 && waitpid(between, NULL, 0) < 0 && errno == EINTR) continue;
  return child;
}

static bool take_descriptors(void) {
  const unsigned int first = FORK_DESCRIPTORS, last = ~0U, no_flags = 0;
  for (int i = 0; i < FORK_DESCRIPTORS; i++) {
    if (dup2(descriptors[i], i) < 0) return false;
  }
  if (syscall(SYS_close_range, first, last, no_flags) == 0) return true;
  /* Older engines forbid the call. */
  for (int descriptor = FORK_DESCRIPTORS; descriptor < DESCRIPTORS_TO_CLOSE; descriptor++) close(descriptor);
  return true;
}

/* Limits, signals and the filter of its system calls are those of the server, which the agent gave it as it gives them to every program. */
static bool become_program(void) {
  if (setsid() < 0 || !take_descriptors() || !become_user()) return false;
  /* As an execution would leave it: a program may look at itself. */
  if (prctl(PR_SET_DUMPABLE, 1, 0, 0, 0) < 0) return false;
  offer_to_oom_killer();
  return chdir("/work") == 0;
}

static void hand_back(pid_t child) {
  for (int i = 0; i < FORK_DESCRIPTORS; i++) close(descriptors[i]);
  if (send(CONTROL, &child, sizeof child, MSG_NOSIGNAL) < 0) _exit(0);
}

void forked_serve(const struct around_fork *around) {
  pages_find();
  hide_from_debuggers();
  if (chdir("/") < 0) _exit(1);
  while (receive()) {
    around->before();
    pid_t child = fork_for_agent();
    if (child == 0) {
      pages_take();
      if (!become_program()) _exit(1);
      around->in_child();
      return;
    }
    around->in_parent();
    hand_back(child);
  }
  _exit(0);
}
