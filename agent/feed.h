#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The program's stdin: what the server sent and the program has not taken yet. */

/*
 * Takes over the descriptor. Of a terminal, the end is a typed character and not a closing: it is typed again whenever the
 * program took it, so that every further read by the line finds the end, as of a pipe. A program that reads single
 * characters gets it once.
 */
void feed_open(int descriptor, bool terminal);
void feed_close(void);

/* False when the server sent more than it may have on the way. */
bool feed_add(const uint8_t *data, size_t length);
void feed_end(void);

/* The descriptor to wait for until it takes bytes, or -1. */
int feed_wanted(void);

/* Until when to wait for it at most, in the time of now_us. */
uint64_t feed_deadline(void);

/* Writes what the program takes now. */
void feed_write(void);

/* Bytes taken since this was last asked. */
uint32_t feed_taken(void);
