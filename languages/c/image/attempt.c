/* Stands in the place of one of GCC's programs: tries a quick way first, silently. Where that fails or has anything to say, the
   plain program does the work anew, as it was asked, and what that makes and says counts: messages are those of a plain
   installation, to the letter. Built with QUICK and EXTRA, the quick way and the argument that it gets beside the others,
   PLAIN, and NAME, as which both are started. */
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static char name[] = NAME;
static char extra[] = EXTRA;

static char **quick_arguments(int count, char **arguments) {
  char **all = calloc((size_t)count + 2, sizeof *all);
  if (!all) return NULL;
  for (int i = 0; i < count; i++) {
    // What comes on stdin can be read only once.
    if (strcmp(arguments[i], "-") == 0) return NULL;
    all[i] = arguments[i];
  }
  all[count] = extra;
  return all;
}

/* Negative when it could not be started; `output` is where it speaks. */
static pid_t start_quick(char **arguments, const int output[2]) {
  posix_spawn_file_actions_t actions;
  pid_t process;
  if (posix_spawn_file_actions_init(&actions) != 0) return -1;
  posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output[1], STDERR_FILENO);
  posix_spawn_file_actions_addclose(&actions, output[0]);
  posix_spawn_file_actions_addclose(&actions, output[1]);
  int failed = posix_spawn(&process, QUICK, &actions, NULL, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  return failed ? -1 : process;
}

static int is_done_silently(char **arguments) {
  int output[2], status;
  char words[4096];
  int spoke = 0;
  if (!arguments || pipe(output) < 0) return 0;
  pid_t process = start_quick(arguments, output);
  close(output[1]);
  while (read(output[0], words, sizeof words) > 0) spoke = 1;
  close(output[0]);
  return process > 0 && waitpid(process, &status, 0) == process && status == 0 && !spoke;
}

int main(int count, char **arguments) {
  arguments[0] = name;
  if (is_done_silently(quick_arguments(count, arguments))) return 0;
  execv(PLAIN, arguments);
  return 127;
}
