/* Looks for a device that is more than a container has, and tries to make one. */

#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "attempt.h"

static const char *const harmless[] = {"null", "zero", "full", "random", "urandom", "tty", "ptmx", "console", "stdin", "stdout", "stderr"};

static bool is_harmless(const char *name) {
  for (size_t i = 0; i < sizeof harmless / sizeof *harmless; i++)
    if (strcmp(name, harmless[i]) == 0) return true;
  return false;
}

int main(void) {
  DIR *folder = opendir("/dev");
  for (struct dirent *entry; folder && (entry = readdir(folder));) {
    struct stat facts;
    char path[300];
    snprintf(path, sizeof path, "/dev/%s", entry->d_name);
    bool device = lstat(path, &facts) == 0 && (S_ISCHR(facts.st_mode) || S_ISBLK(facts.st_mode));
    if (device && !is_harmless(entry->d_name)) attempt(path, open(path, O_RDONLY | O_NONBLOCK) >= 0);
  }
  const char *const wanted[] = {"/dev/mem", "/dev/kmsg", "/dev/sda", "/dev/vda", "/dev/kvm", "/dev/fuse", "/dev/net/tun", "/dev/loop-control", "/dev/vsock", "/dev/console"};
  for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) attempt(wanted[i], open(wanted[i], O_RDWR | O_NONBLOCK) >= 0);
  attempt("make a disk", mknod("disk", S_IFBLK | 0600, makedev(8, 0)) == 0);
  attempt("make a memory device", mknod("memory", S_IFCHR | 0600, makedev(1, 1)) == 0);
  attempt("make a null device", mknod("null", S_IFCHR | 0600, makedev(1, 3)) == 0);
  return done();
}
