#include "user.h"

#include <sys/fsuid.h>
#include <sys/prctl.h>

uid_t sandbox_user;

void act_as_user(void) {
  setfsgid((gid_t)sandbox_user);
  setfsuid(sandbox_user);
}

void act_as_agent(void) {
  setfsuid(0);
  setfsgid(0);
  /* The kernel sets it to the host's own choice whenever the file system user changes. */
  hide_from_debuggers();
}

void hide_from_debuggers(void) {
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}
