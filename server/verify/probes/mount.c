/* Tries to change what is where. */

#define _GNU_SOURCE
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "attempt.h"

enum { OPEN_TREE = 428, MOVE_MOUNT = 429, FSOPEN = 430, CLONE_OF_TREE = 1 };

int main(void) {
  mkdir("here", 0700);
  attempt("mount a tmpfs", mount("none", "here", "tmpfs", 0, NULL) == 0);
  attempt("mount /proc", mount("none", "here", "proc", 0, NULL) == 0);
  attempt("mount a cgroup", mount("none", "here", "cgroup", 0, "memory") == 0);
  attempt("bind the root", mount("/", "here", NULL, MS_BIND | MS_REC, NULL) == 0);
  attempt("make the root writable", mount(NULL, "/", NULL, MS_REMOUNT, NULL) == 0);
  attempt("allow setuid in the work folder", mount(NULL, "/work", NULL, MS_REMOUNT | MS_BIND, NULL) == 0);
  attempt("unmount /proc", umount2("/proc", MNT_DETACH) == 0);
  attempt("unmount what hides /proc/kcore", umount2("/proc/kcore", 0) == 0);
  attempt("change the root", chroot("here") == 0);
  attempt("pivot the root", syscall(SYS_pivot_root, "here", "here") == 0);
  attempt("open a file system", syscall(FSOPEN, "tmpfs", 0) >= 0);
  attempt("clone the tree", syscall(OPEN_TREE, AT_FDCWD, "/", CLONE_OF_TREE) >= 0);
  attempt("mount with a helper", system("mount -t tmpfs none here 2>/dev/null || fusermount -u here 2>/dev/null") == 0);
  return done();
}
