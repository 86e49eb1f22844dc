#include "collect.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "folder.h"
#include "frames.h"
#include "names.h"
#include "user.h"

enum { FLAG_APPEND = 1, FLAG_EXECUTABLE = 2 };
enum {
  DEEPEST = 32,
  LONGEST_PATH = 512,
  /* As many as the work folder has inodes. */
  MOST_ENTRIES = 16384,
  MOST_NAMED = 100,
  LONGEST_PIECE = 32 << 10,
  PLAIN_FILE = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC,
};

/* Where the walk is, and what it may still send. Whoever adds a name to the path has seen that the path before was not too long. */
static struct {
  char path[LONGEST_PATH + NAME_MAX + 2];
  uint64_t bytes_left;
  uint32_t files_left, entries_left, names_left;
} walk;

struct names {
  char **all;
  size_t count;
};

static void collect_entry(int folder, const char *name, int depth);

static void leave_out(void) {
  if (walk.names_left == 0) return;
  walk.names_left--;
  char name[LONGEST_MESSAGE + 1];
  uint8_t payload[sizeof name + 2];
  struct writer writer = {payload};
  copy_plainly(name, sizeof name, walk.path);
  write_string(&writer, name);
  frames_make_room(sizeof payload);
  frames_send(FRAME_LEFT_OUT, payload, (size_t)(writer.at - payload));
}

static bool add_name(struct names *names, const char *name) {
  char **all = realloc(names->all, (names->count + 1) * sizeof *all);
  if (!all) return false;
  names->all = all;
  all[names->count] = strdup(name);
  return all[names->count] && ++names->count;
}

/* False when there are more than can be looked at. */
static bool read_names(DIR *folder, struct names *names) {
  for (struct dirent *entry; (entry = folder_next(folder));) {
    if (walk.entries_left == 0 || !add_name(names, entry->d_name)) return false;
    walk.entries_left--;
  }
  return true;
}

static int compare(const void *one, const void *other) {
  return strcmp(*(char *const *)one, *(char *const *)other);
}

/* Takes the descriptor over. */
static void collect_folder(int descriptor, int depth) {
  DIR *folder = folder_list(descriptor);
  if (!folder) {
    leave_out();
    return;
  }
  struct names names = {NULL, 0};
  if (!read_names(folder, &names)) leave_out();
  if (names.count > 0) qsort(names.all, names.count, sizeof *names.all, compare);
  for (size_t i = 0; i < names.count; i++) {
    collect_entry(descriptor, names.all[i], depth);
    free(names.all[i]);
  }
  free(names.all);
  closedir(folder);
}

/* Never more than the file had when it was opened. */
static void send_content(int file, const struct stat *about) {
  uint8_t fields[LONGEST_PATH + 3];
  uint8_t flags = about->st_mode & S_IXUSR ? FLAG_EXECUTABLE : 0;
  uint64_t left = (uint64_t)about->st_size;
  ssize_t got;
  do {
    struct writer writer = {fields};
    write_u8(&writer, flags);
    write_path(&writer, walk.path);
    size_t most = left < LONGEST_PIECE ? (size_t)left : LONGEST_PIECE;
    frames_make_room(sizeof fields + most);
    got = frames_send_from(FRAME_FILE_OUT, fields, (size_t)(writer.at - fields), file, most);
    if (got < 0) frames_send_error(FAULT_FILE, errno, "a file cannot be read");
    if (got > 0) left -= (uint64_t)got;
    flags |= FLAG_APPEND;
  } while (got > 0 && left > 0);
}

static bool fits(const struct stat *about) {
  return S_ISREG(about->st_mode) && (uint64_t)about->st_size <= walk.bytes_left && walk.files_left > 0;
}

static bool send_file(int folder, const char *name) {
  int file = openat(folder, name, PLAIN_FILE);
  struct stat about;
  bool taken = file >= 0 && fstat(file, &about) == 0 && fits(&about);
  if (taken) {
    walk.bytes_left -= (uint64_t)about.st_size;
    walk.files_left--;
    send_content(file, &about);
  }
  if (file >= 0) close(file);
  return taken;
}

/* Nothing but plain files and folders is ever opened. */
static void collect_named(int folder, const char *name, int depth) {
  struct stat about;
  bool is_there = name_is_plain(name) && strlen(walk.path) <= LONGEST_PATH &&
                  fstatat(folder, name, &about, AT_SYMLINK_NOFOLLOW) == 0;
  if (is_there && S_ISDIR(about.st_mode) && depth < DEEPEST) collect_folder(openat(folder, name, FOLDER), depth + 1);
  else if (!is_there || !fits(&about) || !send_file(folder, name)) leave_out();
}

static void collect_entry(int folder, const char *name, int depth) {
  size_t outer = strlen(walk.path);
  snprintf(walk.path + outer, sizeof walk.path - outer, outer > 0 ? "/%s" : "%s", name);
  collect_named(folder, name, depth);
  walk.path[outer] = '\0';
}

/* Opens a folder below the work folder, part by part; `.` is the work folder itself. */
static int open_below_work(char *path) {
  char *rest;
  int folder = open("/work", FOLDER);
  for (char *part = strtok_r(path, "/", &rest); folder >= 0 && part; part = strtok_r(NULL, "/", &rest)) {
    if (strcmp(part, ".") == 0) continue;
    errno = EINVAL;
    int inner = strcmp(part, "..") == 0 ? -1 : openat(folder, part, FOLDER);
    int error = errno;
    close(folder);
    errno = error;
    folder = inner;
  }
  return folder;
}

static void collect_from(char *path) {
  if (strcmp(path, ".") != 0) snprintf(walk.path, sizeof walk.path, "%s", path);
  int folder = open_below_work(path);
  if (folder >= 0 || errno != ENOENT) collect_folder(folder, 0);
}

bool collect(struct reader *frame) {
  memset(&walk, 0, sizeof walk);
  walk.bytes_left = read_u64(frame);
  walk.files_left = read_u32(frame);
  walk.entries_left = MOST_ENTRIES;
  walk.names_left = MOST_NAMED;
  char *path = read_string(frame);
  if (frame->broken || left_in(frame) > 0 || strlen(path) > LONGEST_PATH) return false;
  act_as_user();
  collect_from(path);
  act_as_agent();
  frames_make_room(0);
  frames_send(FRAME_COLLECTED, NULL, 0);
  return true;
}

bool folder_holds_anything(const char *path) {
  act_as_user();
  int descriptor = open(path, FOLDER);
  bool holds = descriptor < 0 && errno != ENOENT;
  DIR *folder = folder_list(descriptor);
  if (folder) {
    holds = folder_next(folder) != NULL;
    closedir(folder);
  }
  act_as_agent();
  return holds;
}
