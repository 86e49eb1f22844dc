#pragma once

/*
 * Removes whatever the calling user can remove from a folder, however deep, whatever its permissions, without following
 * a link. What stays is for the caller to find.
 */
void empty_folder(const char *path);
