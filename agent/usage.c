#include "usage.h"

#include <stdio.h>
#include <time.h>

#include "cgroup.h"
#include "counter.h"

static struct {
  uint64_t cpu_us, main_cpu_us, peak_memory, oom_kills, process_refusals;
} before;

static uint64_t reaped_cpu_us;

/* The most there was: of everything together as it was seen, of one process as the kernel says, and of files mapped in the main one. */
static uint64_t most_seen, most_of_one, most_mapped;

static uint64_t smaller(uint64_t one, uint64_t other) {
  return one < other ? one : other;
}

static void raise(uint64_t *most, uint64_t bytes) {
  if (bytes > *most) *most = bytes;
}

/* Files of the image, whose pages all sandboxes share. Those of the writable folders are not among them. */
static void see_mapped_files(pid_t process) {
  char path[32];
  uint64_t kilobytes;
  snprintf(path, sizeof path, "/proc/%d/status", process);
  if (process && read_counter(&(struct counter){path, "RssFile:"}, &kilobytes)) raise(&most_mapped, kilobytes * 1024);
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
  most_seen = most_of_one = most_mapped = 0;
  see_mapped_files(booted);
}

static uint64_t microseconds(struct timeval time) {
  return (uint64_t)time.tv_sec * 1000000 + (uint64_t)time.tv_usec;
}

void usage_reaped(const struct rusage *usage) {
  reaped_cpu_us += microseconds(usage->ru_utime) + microseconds(usage->ru_stime);
  raise(&most_of_one, (uint64_t)usage->ru_maxrss * 1024);
}

uint64_t usage_cpu_us(pid_t main_process) {
  uint64_t now = cgroup_cpu_us();
  return now > 0 ? now - before.cpu_us : reaped_cpu_us + process_cpu_us(main_process) - before.main_cpu_us;
}

uint64_t usage_memory(pid_t main_process) {
  uint64_t now = cgroup_memory();
  raise(&most_seen, now);
  see_mapped_files(main_process);
  return now > 0 ? now : most_of_one;
}

/* The cgroup's peak is of its whole life: it speaks of this step only when it grew during it, and else is no less than the step's. */
uint64_t usage_peak_memory(void) {
  uint64_t peak = cgroup_peak_memory();
  uint64_t cache = cgroup_page_cache();
  if (peak == 0 && most_seen == 0) return most_of_one;
  uint64_t most = most_of_one > most_mapped ? most_of_one - most_mapped : 0;
  if (peak > 0) most = smaller(most, peak);
  if (peak > before.peak_memory && peak > cache) raise(&most, peak - cache);
  raise(&most, most_seen);
  return smaller(most, cgroup_most_memory());
}

uint32_t usage_oom_kills(void) {
  return (uint32_t)(cgroup_oom_kills() - before.oom_kills);
}

uint32_t usage_process_refusals(void) {
  return (uint32_t)(cgroup_process_refusals() - before.process_refusals);
}
