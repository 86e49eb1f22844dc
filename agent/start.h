#pragma once

#include <stdbool.h>

#include "frames.h"

/* Starts the step of a START frame. False when the frame makes no sense. */
bool start_from(const struct frame *frame);
