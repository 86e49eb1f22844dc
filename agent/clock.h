#pragma once

#include <stdint.h>

#define NEVER UINT64_MAX

/* Microseconds of a clock that nobody sets. */
uint64_t now_us(void);

uint64_t earlier(uint64_t one, uint64_t other);
