#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "user.h"

enum { FLAG_APPEND = 1, FLAG_EXECUTABLE = 2 };

static bool is_fit(const char *name) {
  return name[0] != '\0' && strcmp(name, ".") != 0 && strcmp(name, "..") != 0;
}

/* Opens a folder inside a folder, making it when it is not there; never through a link. */
static int enter(int folder, const char *name) {
  if (mkdirat(folder, name, 0755) < 0 && errno != EEXIST) return -1;
  return openat(folder, name, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

/* Opens the folder that holds the path's last part, and points `name` at that part. */
static int open_parent(char *path, char **name) {
  int folder = open("/work", O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  char *rest = path;
  for (char *slash = strchr(rest, '/'); folder >= 0 && slash; slash = strchr(rest, '/')) {
    *slash = '\0';
    int inner = -1;
    if (is_fit(rest)) inner = enter(folder, rest);
    else errno = EINVAL;
    int error = errno;
    close(folder);
    errno = error;
    *slash = '/';
    folder = inner;
    rest = slash + 1;
  }
  *name = rest;
  return folder;
}

/* A new file stands in place of whatever had its name; only a plain file is ever appended to. */
static int open_file(int folder, const char *name, uint8_t flags) {
  if (flags & FLAG_APPEND) {
    int file = openat(folder, name, O_WRONLY | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    struct stat about;
    if (file >= 0 && fstat(file, &about) == 0 && S_ISREG(about.st_mode)) return file;
    if (file >= 0) {
      close(file);
      errno = EINVAL;
    }
    return -1;
  }
  if (unlinkat(folder, name, 0) < 0 && errno != ENOENT) return -1;
  mode_t mode = flags & FLAG_EXECUTABLE ? 0755 : 0644;
  return openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
}

static int write_all(int file, const uint8_t *content, size_t length) {
  while (length > 0) {
    ssize_t written = write(file, content, length);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    content += written;
    length -= (size_t)written;
  }
  return 0;
}

static int write_file(char *path, uint8_t flags, const struct reader *content) {
  char *name;
  int folder = open_parent(path, &name);
  if (folder < 0) return errno;
  errno = EINVAL;
  int file = is_fit(name) ? open_file(folder, name, flags) : -1;
  int error = file < 0 ? errno : write_all(file, content->at, left_in(content));
  close(folder);
  if (file >= 0) close(file);
  return error;
}

int files_write(struct reader *frame, const char **path) {
  uint8_t flags = read_u8(frame);
  char *name = read_string(frame);
  if (frame->broken) return 0;
  *path = name;
  act_as_user();
  int error = write_file(name, flags, frame);
  act_as_agent();
  return error;
}
