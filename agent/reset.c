#include "reset.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "empty.h"
#include "fields.h"
#include "forks.h"
#include "frames.h"
#include "ipc.h"
#include "privileges.h"
#include "proof.h"
#include "quota.h"

enum { LONGEST_ATTRIBUTES = 64 << 10 };

static const char *const folders[] = {"/work", "/tmp", "/dev/shm", "/dev/mqueue"};

/* After a quiet end there is nothing to end. */
static bool end_everything(void) {
  return forks_are_alone() || forks_end();
}

static void remove_attributes(const char *path) {
  static char names[LONGEST_ATTRIBUTES];
  ssize_t length = listxattr(path, names, sizeof names);
  for (char *name = names; name < names + length; name += strlen(name) + 1) removexattr(path, name);
}

/* Done by a process of the sandbox user: what it may not remove, no program could have made. */
static _Noreturn void clean(void) {
  offer_to_oom_killer();
  if (!become_user()) _exit(1);
  chmod("/work", 0755);
  remove_attributes("/work");
  for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) empty_folder(folders[i]);
  ipc_remove();
  _exit(0);
}

static void clean_in_a_child(void) {
  pid_t child = fork();
  if (child == 0) clean();
  while (child > 0 && waitpid(child, NULL, 0) < 0 && errno == EINTR) continue;
}

void reset(void) {
  char dirt[LONGEST_MESSAGE] = "a process does not end";
  if (end_everything()) {
    clean_in_a_child();
    find_dirt(dirt, sizeof dirt);
    if (!dirt[0]) forks_see_proof();
  }
  uint8_t payload[LONGEST_MESSAGE + 6];
  struct writer writer = {payload};
  write_u32(&writer, quota_rest_ms());
  write_string(&writer, dirt);
  frames_send(FRAME_RESET_DONE, payload, (size_t)(writer.at - payload));
}
