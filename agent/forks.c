#include "forks.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cgroup.h"
#include "forked.h"
#include "tree.h"
#include "user.h"

enum { PATIENCE_MS = 3000, AGENT_AND_SERVER = 2, TRIES = 2 };

static struct {
  pid_t process; /* 0 when there is none */
  int control;
  uint64_t sockets[2];
} server;

/* The BOOT that all its forks are for. */
static struct {
  uint8_t *bytes;
  size_t length;
  int failures; /* in a row; after so many tries everything is started plainly */
} command;

static bool program_was_here;

static void forget(void) {
  if (server.process) close(server.control);
  memset(&server, 0, sizeof server);
}

bool forks_end(void) {
  forget();
  return tree_end(-1);
}

void forks_expect(const struct frame *frame) {
  bool is_known = command.bytes && command.length == frame->length;
  if (is_known && memcmp(command.bytes, frame->payload, frame->length) == 0) return;
  if (server.process) forks_end();
  free(command.bytes);
  command.failures = 0;
  command.bytes = malloc(frame->length + 1);
  command.length = frame->length;
  if (command.bytes) memcpy(command.bytes, frame->payload, frame->length);
}

/* By this the hook knows that it is to serve forks. Each fork takes it away again. */
static char **with_sign(char **env) {
  static char sign[] = "BUGDRILL_FORKS=3";
  size_t count = 0;
  while (env[count]) count++;
  char **more = calloc(count + 2, sizeof *more);
  if (!more) return NULL;
  memcpy(more, env, count * sizeof *more);
  more[count] = sign;
  return more;
}

static uint64_t number_of(int socket) {
  struct stat about;
  return fstat(socket, &about) < 0 ? 0 : about.st_ino;
}

/* Its stdio is of the same kind as its forks' will be, and leads nowhere. */
static pid_t spawn_server(const struct launch *launch, int talk) {
  struct launch started = *launch;
  struct spawned spawned;
  const char *failed;
  started.serves_forks = true;
  started.talk = talk;
  started.env = with_sign(launch->env);
  bool is_up = started.env && spawn(&started, &spawned, &failed) == 0;
  free(started.env);
  if (!is_up) return 0;
  close(spawned.in);
  close(spawned.out);
  close(spawned.err);
  return spawned.pid;
}

static bool start(const struct launch *launch) {
  int ends[2];
  if (command.failures >= TRIES || program_was_here || cgroup_processes() == 0) return false;
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) < 0) return false;
  server.sockets[0] = number_of(ends[0]);
  server.sockets[1] = number_of(ends[1]);
  server.control = ends[0];
  server.process = spawn_server(launch, ends[1]);
  close(ends[1]);
  if (server.process) return true;
  close(ends[0]);
  forget();
  return false;
}

static bool send_request(const struct launch *launch, const struct channel *channel) {
  uint32_t user = sandbox_user;
  const int descriptors[FORK_DESCRIPTORS] = {channel->program_in, channel->program_out, channel->program_err, launch->talk};
  union {
    struct cmsghdr header;
    char room[CMSG_SPACE(sizeof descriptors)];
  } rights = {.header = {.cmsg_len = CMSG_LEN(sizeof descriptors), .cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS}};
  memcpy(CMSG_DATA(&rights.header), descriptors, sizeof descriptors);
  struct iovec text = {&user, sizeof user};
  struct msghdr message = {.msg_iov = &text, .msg_iovlen = 1, .msg_control = &rights, .msg_controllen = sizeof rights.room};
  return sendmsg(server.control, &message, MSG_DONTWAIT | MSG_NOSIGNAL) == (ssize_t)sizeof user;
}

bool forks_ask(const struct launch *launch, const struct channel *channel) {
  if (!server.process && !start(launch)) return false;
  if (send_request(launch, channel)) return true;
  forks_end();
  return false;
}

/* One that was reaped before anybody knew it is of no use. */
static bool is_living_child(pid_t process) {
  return process > 0 && waitpid(process, NULL, WNOHANG) == 0;
}

static pid_t fail(const char *why) {
  if (++command.failures == TRIES) fprintf(stderr, "agent: no more forks: the fork server %s\n", why);
  forks_end();
  return -1;
}

pid_t forks_answer(bool patiently) {
  pid_t process;
  if (!server.process) return fail("ended");
  struct pollfd answer = {.fd = server.control, .events = POLLIN};
  if (patiently) poll(&answer, 1, PATIENCE_MS);
  ssize_t got = recv(server.control, &process, sizeof process, MSG_DONTWAIT);
  if (got < 0 && errno == EAGAIN) return patiently ? fail("does not answer") : 0;
  if (got != (ssize_t)sizeof process) return fail("ended");
  if (!is_living_child(process)) return fail("made none that lives");
  command.failures = 0;
  return process;
}

void forks_await(struct pollfd *descriptor) {
  *descriptor = (struct pollfd){.fd = server.process ? server.control : -1, .events = POLLIN};
}

pid_t forks_process(void) {
  return server.process;
}

static bool server_lives(void) {
  siginfo_t about = {0};
  return waitid(P_PID, (id_t)server.process, &about, WEXITED | WNOHANG | WNOWAIT) == 0 && about.si_pid == 0;
}

/* Counted first: a server that lives afterwards was alive then, and was one of the two. */
bool forks_are_alone(void) {
  return server.process && cgroup_processes() == AGENT_AND_SERVER && server_lives();
}

const uint64_t *forks_sockets(void) {
  return server.sockets;
}

void forks_see_program(void) {
  program_was_here = true;
}

void forks_see_proof(void) {
  program_was_here = false;
}

void forks_reaped(pid_t process) {
  if (server.process && process == server.process) forget();
}
