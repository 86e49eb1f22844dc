#pragma once

#include <stdbool.h>

/*
 * True when the network holds no socket at all. A connection outlives both its processes by a minute, and keeps its port from
 * whoever comes next; nothing that the agent may do ends it sooner.
 */
bool sockets_are_gone(void);
