#pragma once

#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "channel.h"
#include "frames.h"
#include "spawn.h"

/*
 * The fork server: what a BOOT asks for, started once, which waits in its language's hook and of which each BOOT gets a fork.
 * It runs as a user of its own, is started only in a sandbox that is as new, and has never had a byte of any program.
 *
 * It is worth its while only as long as it lives, and no longer than it is as quiet as it was: whatever else is to be killed,
 * the agent kills everything at one blow, and it dies with the rest.
 */

/* Between steps: ends everything that is alive, the server with it. False when something does not end. */
bool forks_end(void);

/* To be told of every BOOT before it is read: forks of another command are another server's. */
void forks_expect(const struct frame *frame);

/* Asks for a fork with the program's side of its stdio, the server being started if need be. False when there will be none. */
bool forks_ask(const struct launch *launch, const struct channel *channel);

/*
 * The process of the fork that was asked for, a child of the agent; 0 when it is not told yet, and -1 when it never will be:
 * then nothing is left alive. Patiently is up to a few seconds, in which the server may have to come up.
 */
pid_t forks_answer(bool patiently);

/* Fills what to wait for, of a fork that was asked for. */
void forks_await(struct pollfd *descriptor);

/* The server's process; 0 when there is none. */
pid_t forks_process(void);

/* Whether the server is there, and it and the agent are all that is alive. Seen at one moment: nothing can hide from it by forking. */
bool forks_are_alone(void);

/* The numbers of the two ends of the only socket that may outlive a run; 0 when there is none. */
const uint64_t *forks_sockets(void);

/* To be told when a program is about to run, when it is proven that nothing of one is left, and of every process that was reaped. */
void forks_see_program(void);
void forks_see_proof(void);
void forks_reaped(pid_t process);
