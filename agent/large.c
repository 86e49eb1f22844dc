#include "large.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "folder.h"
#include "user.h"

enum { DEEPEST = 8, MOST_ENTRIES = 4096 };

static struct {
  uint64_t bytes;
  int entries_left;
} search;

static bool folder_has_one(int descriptor, int depth);

/* Nothing but folders is ever opened. */
static bool is_or_has_one(int folder, const char *name, int depth) {
  struct stat about;
  if (fstatat(folder, name, &about, AT_SYMLINK_NOFOLLOW) < 0) return false;
  if (S_ISDIR(about.st_mode)) return depth < DEEPEST && folder_has_one(openat(folder, name, FOLDER), depth + 1);
  return S_ISREG(about.st_mode) && (uint64_t)about.st_size == search.bytes;
}

/* Takes the descriptor over. */
static bool folder_has_one(int descriptor, int depth) {
  DIR *folder = folder_list(descriptor);
  if (!folder) return false;
  bool found = false;
  for (struct dirent *entry; !found && search.entries_left > 0 && (entry = folder_next(folder));) {
    search.entries_left--;
    found = is_or_has_one(descriptor, entry->d_name, depth);
  }
  closedir(folder);
  return found;
}

bool any_file_is_as_large_as(uint64_t bytes) {
  search.bytes = bytes;
  search.entries_left = MOST_ENTRIES;
  act_as_user();
  bool found = folder_has_one(open("/work", FOLDER), 0) || folder_has_one(open("/tmp", FOLDER), 0) ||
               folder_has_one(open("/dev/shm", FOLDER), 0);
  act_as_agent();
  return found;
}
