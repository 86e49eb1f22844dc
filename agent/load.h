#pragma once

#include <stdbool.h>

/*
 * False when the kernel would refuse a program the memory that it must have before its first instruction, as for an array of
 * more than the machine has. The kernel kills such a program halfway into its execution and says nowhere why.
 */
bool can_be_loaded(const char *file);
