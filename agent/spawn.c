#include "spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "channel.h"
#include "confine.h"
#include "load.h"

enum { TALK = 3 };

/* What the child says when it could not become the program; saying nothing means that it did. */
struct failure {
  int error;
  const char *act;
};

static const char *path_of(char **env) {
  for (; *env; env++) {
    if (strncmp(*env, "PATH=", 5) == 0) return *env + 5;
  }
  return "/usr/local/bin:/usr/bin:/bin";
}

static void execute_file(const char *file, char **argv, char **env) {
  if (can_be_loaded(file)) execve(file, argv, env);
  else errno = ENOMEM;
}

/* Like execvpe, but with the PATH of the program's environment, and never a shell for a file without a `#!`. */
static void execute(char **argv, char **env) {
  if (strchr(argv[0], '/')) {
    execute_file(argv[0], argv, env);
    return;
  }
  int error = ENOENT;
  for (const char *folder = path_of(env); folder;) {
    size_t length = strcspn(folder, ":");
    char file[PATH_MAX];
    int printed = snprintf(file, sizeof file, "%.*s/%s", (int)length, folder, argv[0]);
    if (length > 0 && printed < (int)sizeof file) {
      execute_file(file, argv, env);
      if (errno != ENOENT && errno != ENOTDIR && errno != EACCES) return;
      if (errno == EACCES) error = EACCES;
    }
    folder = folder[length] == ':' ? folder + length + 1 : NULL;
  }
  errno = error;
}

/* Every descriptor of the agent closes on execution anyhow; this is for one that a later hand opens without saying so. */
static void close_the_rest_on_exec(unsigned int first) {
  const unsigned int last = ~0U, on_exec = 1U << 2;
  syscall(SYS_close_range, first, last, on_exec);
}

static void take_stdio(const struct channel *channel) {
  dup2(channel->program_in, STDIN_FILENO);
  dup2(channel->program_out, STDOUT_FILENO);
  dup2(channel->program_err, STDERR_FILENO);
}

static _Noreturn void become_program(const struct launch *launch, const struct channel *channel, int report) {
  take_stdio(channel);
  /* What the agent itself has at 3, its signals, is of no use here. */
  if (launch->talk) dup2(launch->talk, TALK);
  close_the_rest_on_exec(launch->talk ? TALK + 1 : TALK);
  struct failure failure = {0, confine(launch)};
  if (!failure.act) {
    execute(launch->argv, launch->env);
    failure.act = "execute the program";
  }
  failure.error = errno;
  if (write(report, &failure, sizeof failure) < 0) _exit(126);
  _exit(127);
}

/* Waits for the child's word: the end of the pipe, which execution closes, or why there was none. */
static struct failure hear(int report) {
  struct failure failure = {0, NULL};
  ssize_t got;
  do got = read(report, &failure, sizeof failure);
  while (got < 0 && errno == EINTR);
  return failure;
}

static struct failure fork_program(const struct launch *launch, const struct channel *channel, pid_t *child) {
  int report[2];
  if (pipe2(report, O_CLOEXEC) < 0) return (struct failure){errno, "open a pipe"};
  *child = fork();
  if (*child == 0) become_program(launch, channel, report[1]);
  int error = errno;
  close(report[1]);
  struct failure failure = *child < 0 ? (struct failure){error, "make a process"} : hear(report[0]);
  close(report[0]);
  if (*child > 0 && failure.error) waitpid(*child, NULL, 0);
  return failure;
}

int spawn(const struct launch *launch, struct spawned *spawned, const char **failed) {
  struct channel channel;
  *failed = "open its input and output";
  int error = launch->terminal ? channel_open_terminal(&channel, launch->rows, launch->columns)
                               : channel_open_pipes(&channel);
  if (error) return error;
  pid_t child = -1;
  struct failure failure = fork_program(launch, &channel, &child);
  channel_close_program_side(&channel);
  if (failure.error) {
    channel_close_agent_side(&channel);
    *failed = failure.act;
    return failure.error;
  }
  *spawned = (struct spawned){child, channel.agent_in, channel.agent_out, channel.agent_err};
  return 0;
}
