#include "cgroup.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LONGEST_FILE = 8 << 10 };

/* A number in a cgroup file: the file's first one, or the one after a name at the start of a line. */
struct counter {
  const char *path;
  const char *name;
};

struct version {
  struct counter cpu, usage, peak, oom_kills, refusals, most_processes;
  struct counter cache, shared;
  uint64_t cpu_per_us;
};

static const struct version versions[] = {
    {
        .cpu = {"/sys/fs/cgroup/cpuacct/cpuacct.usage", NULL},
        .usage = {"/sys/fs/cgroup/memory/memory.usage_in_bytes", NULL},
        .peak = {"/sys/fs/cgroup/memory/memory.max_usage_in_bytes", NULL},
        .oom_kills = {"/sys/fs/cgroup/memory/memory.oom_control", "oom_kill "},
        .refusals = {"/sys/fs/cgroup/pids/pids.events", "max "},
        .most_processes = {"/sys/fs/cgroup/pids/pids.max", NULL},
        .cache = {"/sys/fs/cgroup/memory/memory.stat", "cache "},
        .shared = {"/sys/fs/cgroup/memory/memory.stat", "shmem "},
        .cpu_per_us = 1000,
    },
    {
        .cpu = {"/sys/fs/cgroup/cpu.stat", "usage_usec "},
        .usage = {"/sys/fs/cgroup/memory.current", NULL},
        .peak = {"/sys/fs/cgroup/memory.peak", NULL},
        .oom_kills = {"/sys/fs/cgroup/memory.events", "oom_kill "},
        .refusals = {"/sys/fs/cgroup/pids.events", "max "},
        .most_processes = {"/sys/fs/cgroup/pids.max", NULL},
        .cache = {"/sys/fs/cgroup/memory.stat", "file "},
        .shared = {"/sys/fs/cgroup/memory.stat", "shmem "},
        .cpu_per_us = 1,
    },
};

static const struct version *found;

static const char *line_of(const char *text, const char *name) {
  for (const char *at = strstr(text, name); at; at = strstr(at + 1, name)) {
    if (at == text || at[-1] == '\n') return at + strlen(name);
  }
  return NULL;
}

static bool read_counter(const struct counter *counter, uint64_t *value) {
  char text[LONGEST_FILE];
  int file = open(counter->path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  ssize_t got = read(file, text, sizeof text - 1);
  close(file);
  if (got <= 0) return false;
  text[got] = '\0';
  const char *number = counter->name ? line_of(text, counter->name) : text;
  if (!number || *number < '0' || *number > '9') return false;
  *value = strtoull(number, NULL, 10);
  return true;
}

static uint64_t count(const struct counter *counter) {
  uint64_t value = 0;
  if (found) read_counter(counter, &value);
  return value;
}

int cgroup_open(void) {
  for (int i = 0; i < 2; i++) {
    uint64_t cpu;
    uint64_t memory;
    if (!read_counter(&versions[i].cpu, &cpu) || !read_counter(&versions[i].usage, &memory)) continue;
    found = &versions[i];
    return i + 1;
  }
  return 0;
}

uint64_t cgroup_cpu_us(void) {
  return found ? count(&found->cpu) / found->cpu_per_us : 0;
}

uint64_t cgroup_peak_memory(void) {
  return found ? count(&found->peak) : 0;
}

uint64_t cgroup_oom_kills(void) {
  return found ? count(&found->oom_kills) : 0;
}

uint64_t cgroup_process_refusals(void) {
  return found ? count(&found->refusals) : 0;
}

uint64_t cgroup_memory(void) {
  if (!found) return 0;
  uint64_t usage = count(&found->usage) + count(&found->shared);
  uint64_t cache = count(&found->cache);
  return usage > cache ? usage - cache : 0;
}

uint64_t cgroup_most_processes(void) {
  uint64_t most = UINT64_MAX;
  if (found) read_counter(&found->most_processes, &most);
  return most;
}
