#pragma once

#include <stdbool.h>
#include <stdint.h>

/*
 * Whether a file below the writable folders is exactly as large as a file may be. The kernel tells a program that it may not
 * grow a file further and nobody else; but what would have gone beyond the limit was written up to it. What was removed since,
 * lies deeper than eight folders or behind the first 4,096 entries is not seen; what ended at the limit by itself is.
 */
bool any_file_is_as_large_as(uint64_t bytes);
