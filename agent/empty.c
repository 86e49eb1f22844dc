#include "empty.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "folder.h"

/* A folder's owner may open it again whatever its mode; a link is not a folder. */
static bool unlock(int parent, const char *name) {
  struct stat about;
  return fstatat(parent, name, &about, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(about.st_mode) &&
         fchmodat(parent, name, 0700, 0) == 0;
}

/* Under a name that is not taken by anything which the move would not replace. */
static bool move_up(int top, int folder, const char *name) {
  static unsigned int number;
  char moved[32];
  if (!unlock(folder, name)) return false;
  do snprintf(moved, sizeof moved, ".moved-%u", number++);
  while (renameat(folder, name, top, moved) < 0 && (errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR));
  return faccessat(folder, name, F_OK, AT_SYMLINK_NOFOLLOW) < 0;
}

/* Folders within the folder go to the top, so that no depth needs more than two descriptors. */
static bool remove_folder(int top, const char *name) {
  if (!unlock(top, name)) return false;
  int descriptor = openat(top, name, FOLDER);
  DIR *folder = folder_list(descriptor);
  if (!folder) return false;
  bool progress = false;
  for (struct dirent *entry; (entry = folder_next(folder));) {
    if (unlinkat(descriptor, entry->d_name, 0) == 0 || move_up(top, descriptor, entry->d_name)) progress = true;
  }
  closedir(folder);
  return unlinkat(top, name, AT_REMOVEDIR) == 0 || progress;
}

static bool sweep(DIR *top) {
  bool progress = false;
  rewinddir(top);
  for (struct dirent *entry; (entry = folder_next(top));) {
    if (unlinkat(dirfd(top), entry->d_name, 0) == 0 || remove_folder(dirfd(top), entry->d_name)) progress = true;
  }
  return progress;
}

void empty_folder(const char *path) {
  DIR *top = folder_list(open(path, FOLDER));
  while (top && sweep(top)) continue;
  if (top) closedir(top);
}
