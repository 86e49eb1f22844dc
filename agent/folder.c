#include "folder.h"

#include <string.h>
#include <unistd.h>

DIR *folder_list(int descriptor) {
  DIR *folder = descriptor < 0 ? NULL : fdopendir(descriptor);
  if (!folder && descriptor >= 0) close(descriptor);
  return folder;
}

struct dirent *folder_next(DIR *folder) {
  struct dirent *entry;
  do entry = readdir(folder);
  while (entry && (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0));
  return entry;
}
