#pragma once

#include <stdbool.h>

#include "fields.h"

/* Sends the files that a COLLECT frame asks for, and then COLLECTED. False when the frame makes no sense. */
bool collect(struct reader *frame);

/* Whether there is anything that a COLLECT of this folder could tell of. */
bool folder_holds_anything(const char *path);
