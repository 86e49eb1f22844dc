#pragma once

#include <stdbool.h>

/*
 * Takes from the calling process, for ever, the system calls that no program here needs and that have been ways out of
 * containers, and every kind of socket but local and internet ones. The engine's own filter stays; this one only takes away.
 * Needs no privilege, only PR_SET_NO_NEW_PRIVS.
 */
bool filter_calls(void);
