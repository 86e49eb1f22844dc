#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

/* Kills every process but the agent, and answers when to do it again if any is left. As PID 1 alone: elsewhere it would reach the host. */
uint64_t tree_kill(void);

/* Kills and reaps a child, or with -1 everything. False when it does not end within two seconds: then the kernel holds it. */
bool tree_end(pid_t process);
