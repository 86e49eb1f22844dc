#pragma once

#include "fields.h"

/* Writes the file of a FILE frame below the work folder. Answers 0 or an errno; a payload cut short breaks the reader. */
int files_write(struct reader *frame);
