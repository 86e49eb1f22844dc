/* Keys belong to the kernel, which counts them by user and not by container. */

#define _GNU_SOURCE
#include <sys/syscall.h>
#include <unistd.h>

#include "attempt.h"

enum { JOIN_SESSION = 1, GET_ID = 0, DESCRIBE = 6, USER_KEYRING = -4, SESSION_KEYRING = -3 };

int main(void) {
  attempt("add a key", syscall(SYS_add_key, "user", "probe", "x", 1, SESSION_KEYRING) >= 0);
  attempt("ask for a key", syscall(SYS_request_key, "user", "probe", NULL, 0) >= 0);
  attempt("join a session", syscall(SYS_keyctl, JOIN_SESSION, "probe") >= 0);
  attempt("find the user's keyring", syscall(SYS_keyctl, GET_ID, USER_KEYRING, 1) >= 0);
  char text[256];
  attempt("describe a keyring", syscall(SYS_keyctl, DESCRIBE, USER_KEYRING, text, sizeof text) >= 0);
  return done();
}
