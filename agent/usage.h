#pragma once

#include <stdint.h>
#include <sys/resource.h>
#include <sys/types.h>

/* What one step uses: cgroup counters as differences from its start, and what the kernel says of each process it reaped. */

/* Begins a new step, in a process that is running already; 0 when it is still to be made. */
void usage_begin(pid_t booted);

/* Counts a reaped process. */
void usage_reaped(const struct rusage *usage);

/* `main_process` helps where there is no cgroup; 0 when it is gone. */
uint64_t usage_cpu_us(pid_t main_process);

/* In use now; also remembered for the peak. The main process is 0 when it is gone. */
uint64_t usage_memory(pid_t main_process);

/*
 * The most memory that the step had of its own at one time: what counts towards its limit and cannot be taken back, so
 * without the pages of the image's files. An interpreter that was booted ahead is the step's too. Never above the limit.
 *
 * In a sandbox whose peak the step raised, the kernel says it. After a step that had more, the kernel says it only of the
 * largest process: of several together it is what was seen from time to time.
 */
uint64_t usage_peak_memory(void);
uint32_t usage_oom_kills(void);
uint32_t usage_process_refusals(void);
