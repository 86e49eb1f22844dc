#include "privileges.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "user.h"

/* As many as there are users of sandboxes: what is above them is nobody's. */
enum { ABOVE_ALL_SANDBOXES = 512 };

/* <linux/capability.h> does not come with musl. */
struct capability_header {
  uint32_t version;
  int pid;
};
struct capability_data {
  uint32_t effective, permitted, inheritable;
};
static const uint32_t capability_version_3 = 0x20080522;
enum { CHANGE_GROUP = 6, CHANGE_USER = 7 };

void offer_to_oom_killer(void) {
  int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (file < 0) return;
  if (write(file, "1000", 4) < 0) errno = 0;
  close(file);
}

static bool become(uid_t user) {
  gid_t group = (gid_t)user;
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && setgroups(0, NULL) == 0 &&
         setresgid(group, group, group) == 0 && setresuid(user, user, user) == 0;
}

static bool keep_only(uint32_t capabilities) {
  struct capability_header header = {capability_version_3, 0};
  struct capability_data data[2] = {{capabilities, capabilities, capabilities}, {0, 0, 0}};
  return syscall(SYS_capset, &header, data) == 0;
}

/* The bounding set stays, for dropping it needs a capability that the agent lacks: without any way to gain privileges it gives nothing. */
bool become_user(void) {
  return become(sandbox_user) && keep_only(0);
}

static bool keep_over_execution(unsigned long capability) {
  return prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, capability, 0, 0) == 0;
}

bool become_fork_server(void) {
  return prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0) == 0 && become(sandbox_user + ABOVE_ALL_SANDBOXES) &&
         keep_only(1U << CHANGE_GROUP | 1U << CHANGE_USER) && keep_over_execution(CHANGE_GROUP) &&
         keep_over_execution(CHANGE_USER);
}
