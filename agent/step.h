#pragma once

#include <poll.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "spawn.h"

/* The life of a step: it runs, it is killed or ends, every process of it is gone, every byte it printed is sent, EXIT. */

enum killer { KILLED_BY_NOBODY, KILLED_BY_WALL, KILLED_BY_CPU, KILLED_BY_MEMORY, KILLED_BY_SERVER };

enum { STEP_DESCRIPTORS = 3 };

bool step_is_over(void);

/* Only when the last one is over. Answers with STARTED or START_FAILED; 0 is no limit. */
void step_start(const struct launch *launch, uint64_t wall_us, uint64_t cpu_us);

/* These do nothing once the step is over: they may have been sent before the server heard of its end. */
bool step_feed(const uint8_t *data, size_t length);
void step_end_input(void);
void step_signal(int number);
void step_resize(uint16_t rows, uint16_t columns);
void step_kill(enum killer killer);

/* Fills what to wait for, and until when (in the time of now_us). */
void step_await(struct pollfd descriptors[STEP_DESCRIPTORS]);
uint64_t step_deadline(void);

/* Takes note of processes that ended. */
void step_reap(void);

/* Does whatever is possible and due now. */
void step_advance(void);
