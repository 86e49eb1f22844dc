#pragma once

#include <stdbool.h>

/* Whether a folder that the program may write to has no room left. */
bool any_folder_is_full(void);
