#pragma once

#include <dirent.h>
#include <fcntl.h>

/* How a folder is opened that a program may have put something else in the place of. */
enum { FOLDER = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC };

/* Takes over the descriptor of a folder. NULL, the descriptor closed, when it is none or cannot be read. */
DIR *folder_list(int descriptor);

/* The next entry that is not the folder itself or its parent. */
struct dirent *folder_next(DIR *folder);
