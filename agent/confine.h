#pragma once

#include "spawn.h"

/*
 * Turns the calling process, a fresh child of the agent, into one that has nothing but what a step is given:
 * its own session, default signals, its limits, the sandbox user, no capability, the work folder, fewer system calls.
 * Answers NULL, or what could not be done, with errno.
 */
const char *confine(const struct launch *launch);
