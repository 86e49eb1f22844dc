#include "quota.h"

#include <stdbool.h>
#include <stdio.h>

#include "cgroup.h"

/* The longest period that the kernel knows: long enough where nobody tells us ours. */
enum { LONGEST_PERIOD_US = 1000000 };

struct quota {
  long long quota_us, period_us;
};

static bool read_number(const char *path, long long *number) {
  FILE *file = fopen(path, "re");
  bool read = file && fscanf(file, "%lld", number) == 1;
  if (file) fclose(file);
  return read;
}

static bool read_version_1(struct quota *quota) {
  return read_number("/sys/fs/cgroup/cpu/cpu.cfs_quota_us", &quota->quota_us) &&
         read_number("/sys/fs/cgroup/cpu/cpu.cfs_period_us", &quota->period_us);
}

/* `max` in place of the quota is none. */
static bool read_version_2(struct quota *quota) {
  FILE *file = fopen("/sys/fs/cgroup/cpu.max", "re");
  if (!file) return false;
  int read = fscanf(file, "%lld %lld", &quota->quota_us, &quota->period_us);
  fclose(file);
  if (read == 0) quota->quota_us = -1;
  return read == 0 || read == 2;
}

/* What was used is given back at the pace of the quota, and all of it at the end of a period. */
static uint64_t rest_us(uint64_t used_us) {
  struct quota quota = {0, 0};
  if (!read_version_1(&quota) && !read_version_2(&quota)) return LONGEST_PERIOD_US;
  if (quota.quota_us <= 0) return 0;
  if (used_us > (uint64_t)quota.quota_us) return (uint64_t)quota.period_us;
  return used_us * (uint64_t)quota.period_us / (uint64_t)quota.quota_us;
}

uint32_t quota_rest_ms(void) {
  static uint64_t told_us;
  uint64_t now_us = cgroup_cpu_us();
  uint64_t used_us = now_us - told_us;
  told_us = now_us;
  return (uint32_t)((rest_us(used_us) + 999) / 1000);
}
