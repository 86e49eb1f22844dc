#pragma once

/* How the agent asks a fork server: the sandbox's user as u32, with these descriptors: stdin, stdout, stderr, talk. It answers with a pid_t. */
enum { FORK_DESCRIPTORS = 4 };

/* What a runtime has to do around a fork of itself. */
struct around_fork {
  void (*before)(void);
  void (*in_parent)(void);
  void (*in_child)(void);
};

/*
 * Serves forks on descriptor 3, and ends when the agent does. Returns in each of them: then it is confined as every program
 * is, a child of the agent, and its descriptors 0 to 3 are those of a booted process. There are no others.
 */
void forked_serve(const struct around_fork *around);
