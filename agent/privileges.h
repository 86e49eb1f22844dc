#pragma once

#include <stdbool.h>

/* Takes every privilege away from the calling process: it is nothing but the sandbox user. */
bool become_user(void);

/*
 * Leaves to the calling process, also over an execution, one privilege: that its forks may become the sandbox user. Its own
 * user is one that no program ever is, so that none can signal, trace or read it.
 */
bool become_fork_server(void);

/* When memory runs out the kernel then takes this process, never the agent. */
void offer_to_oom_killer(void);
