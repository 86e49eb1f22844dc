#include "cgroup.h"

#include <stddef.h>

#include "counter.h"

struct version {
  struct counter cpu, usage, peak, most_memory, oom_kills, refusals, processes, most_processes;
  struct counter cache, shared;
  uint64_t cpu_per_us;
};

static const struct version versions[] = {
    {
        .cpu = {"/sys/fs/cgroup/cpuacct/cpuacct.usage", NULL},
        .usage = {"/sys/fs/cgroup/memory/memory.usage_in_bytes", NULL},
        .peak = {"/sys/fs/cgroup/memory/memory.max_usage_in_bytes", NULL},
        .most_memory = {"/sys/fs/cgroup/memory/memory.limit_in_bytes", NULL},
        .oom_kills = {"/sys/fs/cgroup/memory/memory.oom_control", "oom_kill "},
        .refusals = {"/sys/fs/cgroup/pids/pids.events", "max "},
        .processes = {"/sys/fs/cgroup/pids/pids.current", NULL},
        .most_processes = {"/sys/fs/cgroup/pids/pids.max", NULL},
        .cache = {"/sys/fs/cgroup/memory/memory.stat", "cache "},
        .shared = {"/sys/fs/cgroup/memory/memory.stat", "shmem "},
        .cpu_per_us = 1000,
    },
    {
        .cpu = {"/sys/fs/cgroup/cpu.stat", "usage_usec "},
        .usage = {"/sys/fs/cgroup/memory.current", NULL},
        .peak = {"/sys/fs/cgroup/memory.peak", NULL},
        .most_memory = {"/sys/fs/cgroup/memory.max", NULL},
        .oom_kills = {"/sys/fs/cgroup/memory.events", "oom_kill "},
        .refusals = {"/sys/fs/cgroup/pids.events", "max "},
        .processes = {"/sys/fs/cgroup/pids.current", NULL},
        .most_processes = {"/sys/fs/cgroup/pids.max", NULL},
        .cache = {"/sys/fs/cgroup/memory.stat", "file "},
        .shared = {"/sys/fs/cgroup/memory.stat", "shmem "},
        .cpu_per_us = 1,
    },
};

static const struct version *found;

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

uint64_t cgroup_processes(void) {
  return found ? count(&found->processes) : 0;
}

uint64_t cgroup_page_cache(void) {
  if (!found) return 0;
  uint64_t cache = count(&found->cache);
  uint64_t shared = count(&found->shared);
  return cache > shared ? cache - shared : 0;
}

uint64_t cgroup_memory(void) {
  if (!found) return 0;
  uint64_t usage = count(&found->usage);
  uint64_t cache = cgroup_page_cache();
  return usage > cache ? usage - cache : 0;
}

/* A limit may be a word that says there is none. */
static uint64_t most(const struct counter *counter) {
  uint64_t value = UINT64_MAX;
  read_counter(counter, &value);
  return value;
}

uint64_t cgroup_most_memory(void) {
  return found ? most(&found->most_memory) : UINT64_MAX;
}

uint64_t cgroup_most_processes(void) {
  return found ? most(&found->most_processes) : UINT64_MAX;
}
