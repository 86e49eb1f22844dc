#include "ipc.h"

#include <stddef.h>
#include <stdio.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>

static int remove_shared_memory(int id) {
  return shmctl(id, IPC_RMID, NULL);
}

static int remove_messages(int id) {
  return msgctl(id, IPC_RMID, NULL);
}

static int remove_semaphores(int id) {
  return semctl(id, 0, IPC_RMID);
}

/* The kernel's lists: a line of titles, then a line an object, its id second. */
static const struct list {
  const char *path;
  int (*remove)(int id);
} lists[] = {
    {"/proc/sysvipc/shm", remove_shared_memory},
    {"/proc/sysvipc/msg", remove_messages},
    {"/proc/sysvipc/sem", remove_semaphores},
};

enum { LISTS = sizeof lists / sizeof *lists };

/* Shows each object's id to `see`, and counts those for which it answers 0; -1 when the list cannot be read. */
static int each(const struct list *list, int (*see)(int id)) {
  FILE *file = fopen(list->path, "re");
  if (!file) return -1;
  char line[512];
  int count = 0, id;
  if (!fgets(line, sizeof line, file)) count = -1;
  while (count >= 0 && fgets(line, sizeof line, file)) {
    if (sscanf(line, "%*s %d", &id) == 1 && see(id) == 0) count++;
  }
  fclose(file);
  return count;
}

static int merely_count(int id) {
  (void)id;
  return 0;
}

void ipc_remove(void) {
  for (size_t i = 0; i < LISTS; i++) {
    while (each(&lists[i], lists[i].remove) > 0) continue;
  }
}

bool ipc_is_empty(void) {
  for (size_t i = 0; i < LISTS; i++) {
    if (each(&lists[i], merely_count) != 0) return false;
  }
  return true;
}
