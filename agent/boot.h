#pragma once

#include <poll.h>
#include <stdbool.h>
#include <sys/types.h>

#include "frames.h"
#include "spawn.h"

/*
 * A program started before it is known for which run: its language's hook says on descriptor 3 that it is up, and waits
 * there for the arguments and the environment. No program of a user has run in it.
 */

/* Boots what a BOOT frame asks for, in the place of what was booted before. False when the frame makes no sense. */
bool boot_from(const struct frame *frame);

/* Whether what is booted can be this step. */
bool boot_fits(const struct launch *launch);

/* The process that is booted; 0 when there is none. */
pid_t boot_process(void);

/* Lets it go on as the step: it is the step's from here on. False when it cannot be told so; then it is ended. */
bool boot_hand_over(const struct launch *launch, struct spawned *spawned);

/* Waits, not for ever, for a fork that was asked for to be told: a server that is still coming up must have no program's bytes beside it. */
void boot_settle(void);

/* Nothing of it is left afterwards. */
void boot_end(void);

/* To be told of every process that was reaped and is no step's. */
void boot_reaped(pid_t process);

/* Fills what to wait for. */
void boot_await(struct pollfd *descriptor);

/* Answers with BOOTED when that is due. */
void boot_advance(void);
