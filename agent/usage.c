#include "usage.h"

#include <time.h>

#include "cgroup.h"

static struct {
  uint64_t cpu_us, main_cpu_us, peak_memory, oom_kills, process_refusals;
} before;

static uint64_t reaped_cpu_us;
static uint64_t largest_memory;

static void remember_memory(uint64_t bytes) {
  if (bytes > largest_memory) largest_memory = bytes;
}

static uint64_t process_cpu_us(pid_t process) {
  clockid_t clock;
  struct timespec used;
  if (process == 0 || clock_getcpuclockid(process, &clock) != 0 || clock_gettime(clock, &used) < 0) return 0;
  return (uint64_t)used.tv_sec * 1000000 + (uint64_t)used.tv_nsec / 1000;
}

void usage_begin(pid_t booted) {
  before.cpu_us = cgroup_cpu_us();
  before.main_cpu_us = process_cpu_us(booted);
  before.peak_memory = cgroup_peak_memory();
  before.oom_kills = cgroup_oom_kills();
  before.process_refusals = cgroup_process_refusals();
  reaped_cpu_us = 0;
  largest_memory = 0;
}

static uint64_t microseconds(struct timeval time) {
  return (uint64_t)time.tv_sec * 1000000 + (uint64_t)time.tv_usec;
}

void usage_reaped(const struct rusage *usage) {
  reaped_cpu_us += microseconds(usage->ru_utime) + microseconds(usage->ru_stime);
  remember_memory((uint64_t)usage->ru_maxrss * 1024);
}

uint64_t usage_cpu_us(pid_t main_process) {
  uint64_t now = cgroup_cpu_us();
  return now > 0 ? now - before.cpu_us : reaped_cpu_us + process_cpu_us(main_process) - before.main_cpu_us;
}

uint64_t usage_memory(void) {
  uint64_t now = cgroup_memory();
  remember_memory(now);
  return now > 0 ? now : largest_memory;
}

/* The cgroup's peak is of its whole life: it speaks of this step only when it grew during it. */
uint64_t usage_peak_memory(void) {
  uint64_t peak = cgroup_peak_memory();
  return peak > before.peak_memory ? peak : largest_memory;
}

uint32_t usage_oom_kills(void) {
  return (uint32_t)(cgroup_oom_kills() - before.oom_kills);
}

uint32_t usage_process_refusals(void) {
  return (uint32_t)(cgroup_process_refusals() - before.process_refusals);
}
