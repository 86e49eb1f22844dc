#pragma once

#include <stdint.h>

/*
 * How long the sandbox must rest until it has its share of the CPU again as a new one has, so that nobody waits for what the
 * one before used. Speaks of the CPU time since it was last asked.
 */
uint32_t quota_rest_ms(void);
