#include "proof.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/xattr.h>

#include "folder.h"
#include "forks.h"
#include "ipc.h"
#include "sockets.h"
#include "user.h"

enum { MQUEUE_MAGIC = 0x19800202, WORK_MODE = 0755, STICKY_MODE = 01777 };

/* But for the fork server, which is looked for by its own number: that is nobody else's while it is there. */
static bool is_alone(void) {
  char server[16];
  snprintf(server, sizeof server, "%d", forks_process() ? forks_process() : 1);
  if (forks_process() && !forks_are_alone()) return false;
  DIR *processes = folder_list(open("/proc", FOLDER));
  bool alone = processes != NULL;
  for (struct dirent *entry; alone && (entry = folder_next(processes));) {
    const char *name = entry->d_name;
    alone = !isdigit((unsigned char)name[0]) || strcmp(name, "1") == 0 || strcmp(name, server) == 0;
  }
  if (processes) closedir(processes);
  return alone;
}

static bool is_empty(const char *path) {
  DIR *folder = folder_list(open(path, FOLDER));
  if (!folder) return false;
  bool empty = folder_next(folder) == NULL;
  closedir(folder);
  return empty;
}

static bool user_can_write(const struct stat *about) {
  return (about->st_mode & S_IWOTH) || about->st_uid == sandbox_user || about->st_gid == (gid_t)sandbox_user;
}

/* A mount's top decides who can put something below it: it is the sandbox's only way to write at all. Devices keep nothing. */
static bool holds_nothing(const char *mount) {
  struct stat about;
  struct statvfs system;
  if (stat(mount, &about) < 0 || statvfs(mount, &system) < 0) return false;
  if ((system.f_flag & ST_RDONLY) || !user_can_write(&about)) return true;
  if (S_ISREG(about.st_mode)) return false;
  return !S_ISDIR(about.st_mode) || is_empty(mount);
}

/* The mount that holds something, or what kept us from looking; a line of mountinfo has the mount's place in its fifth field. */
static void find_full_mount(char *dirt, size_t size) {
  FILE *mounts = fopen("/proc/self/mountinfo", "re");
  char *line = NULL;
  size_t room = 0;
  bool clean = mounts != NULL;
  while (clean && getline(&line, &room, mounts) > 0) {
    char *place = NULL;
    clean = sscanf(line, "%*s %*s %*s %*s %ms", &place) == 1 && holds_nothing(place);
    if (!clean) snprintf(dirt, size, "%s is not empty", place ? place : "a mount");
    free(place);
  }
  if (!mounts) snprintf(dirt, size, "the mounts are not told");
  if (mounts) fclose(mounts);
  free(line);
}

/* Its owner could change the mode of the work folder, and hang names on it. */
static bool work_is_as_made(void) {
  struct stat about;
  if (stat("/work", &about) < 0 || listxattr("/work", NULL, 0) > 0) return false;
  mode_t mode = about.st_mode & 07777;
  return mode == (about.st_uid == sandbox_user ? WORK_MODE : STICKY_MODE);
}

/* Without this mount the queues are there all the same, but nobody can see them. */
static bool queues_are_told(void) {
  struct statfs about;
  return statfs("/dev/mqueue", &about) == 0 && about.f_type == MQUEUE_MAGIC;
}

void find_dirt(char *dirt, size_t size) {
  dirt[0] = '\0';
  if (!is_alone()) snprintf(dirt, size, "a process is left");
  else if (!work_is_as_made()) snprintf(dirt, size, "the work folder is not as it was made");
  else if (!ipc_is_empty()) snprintf(dirt, size, "a System V object is left, or not told");
  else if (!queues_are_told()) snprintf(dirt, size, "POSIX message queues are not told");
  else if (!sockets_are_gone()) snprintf(dirt, size, "a socket is left, or not told");
  else find_full_mount(dirt, size);
}
