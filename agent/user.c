#include "user.h"

#include <sys/fsuid.h>

uid_t sandbox_user;

void act_as_user(void) {
  setfsgid((gid_t)sandbox_user);
  setfsuid(sandbox_user);
}

void act_as_agent(void) {
  setfsuid(0);
  setfsgid(0);
}
