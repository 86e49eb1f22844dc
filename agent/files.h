#pragma once

#include "fields.h"

/*
 * Writes the file of a FILE frame below the work folder. Answers 0 or an errno, and tells the file's path;
 * a payload cut short breaks the reader.
 */
int files_write(struct reader *frame, const char **path);
