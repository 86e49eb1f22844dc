#pragma once

#include <stdbool.h>

/* Removes the System V objects of the calling user. */
void ipc_remove(void);

/* False too when the kernel does not tell. */
bool ipc_is_empty(void);
