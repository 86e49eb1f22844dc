#pragma once

#include <stdint.h>

/* Finds the container's own cgroup files. Answers the version: 1, 2, or 0 when there is nothing to read. */
int cgroup_open(void);

/* All counters run from the container's start; a step is measured by differences. Zero when unknown. */
uint64_t cgroup_cpu_us(void);
uint64_t cgroup_peak_memory(void);
uint64_t cgroup_oom_kills(void);
uint64_t cgroup_process_refusals(void);

/* What is in use now without the page cache. */
uint64_t cgroup_memory(void);

/* Of files on disk, which the kernel takes back when it likes. It counts for the container that read them first. */
uint64_t cgroup_page_cache(void);

/* How many processes and threads there are at this moment, the agent included; 0 when unknown. */
uint64_t cgroup_processes(void);

/* The limits; UINT64_MAX when there is none. That of processes counts the agent. */
uint64_t cgroup_most_memory(void);
uint64_t cgroup_most_processes(void);
