#pragma once

#include <stdbool.h>
#include <stdint.h>

/*
 * Whether a folder that the program may write to had no room left. The kernel tells nobody of a refused write, so the agent
 * looks: from time to time, often while little room is left, and at the end. What is full for less than a millisecond
 * and then freed may not be seen; what is filled to the last byte and no further is full too.
 */

struct full_folder {
  const char *path;
  uint64_t bytes;
  uint64_t files; /* as many as it may hold, when it was these that ran out; else 0 */
};

/* Forgets what was seen. */
void full_begin(void);

/* Answers after how many microseconds to look again. */
uint64_t full_look(void);

/* The first folder that was seen full; NULL when none was. */
const struct full_folder *full_found(void);
