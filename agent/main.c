/* PID 1 of every sandbox: takes frames on stdin, runs one step at a time, tells of it on stdout. See FRAMES.md. */

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "boot.h"
#include "cgroup.h"
#include "clock.h"
#include "collect.h"
#include "fields.h"
#include "files.h"
#include "frames.h"
#include "reset.h"
#include "start.h"
#include "step.h"
#include "tree.h"
#include "user.h"

enum {
  PROTOCOL = 5,
  FIRST_USER = 20000,
  LAST_USER = 20511,
  EXIT_USAGE = 64,
  EXIT_PROTOCOL = 70,
  FRAMES_AT_ONCE = 64,
  LAST_WORDS_MS = 1000,
  DESCRIPTORS_TO_CLOSE = 1024,
};

enum { SIGNALS, COMMANDS, ANSWERS, BOOTING, PROGRAM, DESCRIPTORS = PROGRAM + STEP_DESCRIPTORS };

static _Noreturn void leave(int code) {
  tree_kill();
  _exit(code);
}

static _Noreturn void refuse(const char *message) {
  fprintf(stderr, "agent: %s\n", message);
  exit(EXIT_USAGE);
}

static uid_t user_from(int argc, char **argv) {
  if (argc != 3 || strcmp(argv[1], "--uid") != 0) refuse("usage: agent --uid NUMBER");
  char *end;
  unsigned long user = strtoul(argv[2], &end, 10);
  if (*end != '\0' || user < FIRST_USER || user > LAST_USER) refuse("the uid must be from 20000 to 20511");
  return (uid_t)user;
}

static void never_block(int descriptor) {
  fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK);
}

/* Whatever the container's runtime left open is not ours to keep. */
static void close_inherited(void) {
  const unsigned int first = 3, last = ~0U, no_flags = 0;
  if (syscall(SYS_close_range, first, last, no_flags) == 0) return;
  /* Older engines forbid the call. */
  for (int descriptor = 3; descriptor < DESCRIPTORS_TO_CLOSE; descriptor++) close(descriptor);
}

static int open_signals(void) {
  signal(SIGPIPE, SIG_IGN);
  sigset_t watched;
  sigemptyset(&watched);
  sigaddset(&watched, SIGCHLD);
  sigaddset(&watched, SIGTERM);
  sigaddset(&watched, SIGINT);
  sigprocmask(SIG_BLOCK, &watched, NULL);
  return signalfd(-1, &watched, SFD_NONBLOCK | SFD_CLOEXEC);
}

static void take_signals(int signals) {
  struct signalfd_siginfo about;
  while (read(signals, &about, sizeof about) == (ssize_t)sizeof about) {
    if (about.ssi_signo != SIGCHLD) leave(0);
  }
  step_reap();
}

/* The server speaks another language: says so as well as it can, then ends everything. */
static _Noreturn void protocol_fault(const char *message) {
  tree_kill();
  if (frames_can_answer()) frames_send_error(FAULT_PROTOCOL, 0, message);
  for (uint64_t until = now_us() + LAST_WORDS_MS * 1000; frames_waiting() && now_us() < until;) {
    struct pollfd answers = {.fd = STDOUT_FILENO, .events = POLLOUT};
    if (poll(&answers, 1, LAST_WORDS_MS) < 0 || !frames_flush()) break;
  }
  leave(EXIT_PROTOCOL);
}

static bool take_file(struct reader *payload) {
  if (!step_is_over()) {
    frames_send_error(FAULT_STATE, EBUSY, "a file cannot be written while a step runs");
    return true;
  }
  const char *path = "";
  boot_settle();
  int error = files_write(payload, &path);
  char message[LONGEST_MESSAGE];
  snprintf(message, sizeof message, "%.100s: %s", path, strerror(error));
  if (error) frames_send_error(FAULT_FILE, error, message);
  return !payload->broken;
}

static bool take_start(const struct frame *frame) {
  if (step_is_over()) return start_from(frame);
  frames_send_error(FAULT_STATE, EBUSY, "a step is running");
  return true;
}

static bool take_boot(const struct frame *frame) {
  if (step_is_over()) return boot_from(frame);
  frames_send_error(FAULT_STATE, EBUSY, "nothing can be booted while a step runs");
  return true;
}

static bool take_collect(struct reader *payload) {
  if (!step_is_over()) {
    frames_send_error(FAULT_STATE, EBUSY, "files cannot be collected while a step runs");
    return true;
  }
  boot_end();
  return collect(payload);
}

static void take_reset(void) {
  if (!step_is_over()) {
    frames_send_error(FAULT_STATE, EBUSY, "the sandbox cannot be reset while a step runs");
    return;
  }
  boot_end();
  reset();
}

static bool take_signal(struct reader *payload) {
  int number = read_u8(payload);
  if (payload->broken || number < 1 || number >= NSIG) return false;
  step_signal(number);
  return true;
}

static bool take_size(struct reader *payload) {
  uint16_t rows = read_u16(payload);
  uint16_t columns = read_u16(payload);
  if (!payload->broken) step_resize(rows, columns);
  return !payload->broken;
}

/* False when the frame makes no sense. */
static bool take(const struct frame *frame) {
  struct reader payload = {frame->payload, frame->payload + frame->length, false};
  switch (frame->type) {
    case FRAME_FILE: return take_file(&payload);
    case FRAME_START: return take_start(frame);
    case FRAME_STDIN: return step_feed(frame->payload, frame->length);
    case FRAME_EOF: return step_end_input(), true;
    case FRAME_SIGNAL: return take_signal(&payload);
    case FRAME_KILL: return step_kill(KILLED_BY_SERVER), true;
    case FRAME_RESIZE: return take_size(&payload);
    case FRAME_COLLECT: return take_collect(&payload);
    case FRAME_RESET: return take_reset(), true;
    case FRAME_BOOT: return take_boot(frame);
    default: return false;
  }
}

/* The end of the frames means that the server is gone. */
static void take_frames(void) {
  struct frame frame;
  for (int taken = 0; taken < FRAMES_AT_ONCE && frames_can_answer(); taken++) {
    switch (frames_receive(&frame)) {
      case RECEIVED_NOTHING: return;
      case RECEIVED_END: leave(0);
      case RECEIVED_NONSENSE: protocol_fault("a frame is too long");
      case RECEIVED_FRAME: break;
    }
    if (!take(&frame)) protocol_fault("a frame makes no sense");
    frames_done(&frame);
  }
}

static void wait_until(uint64_t deadline, struct pollfd *descriptors) {
  uint64_t now = now_us();
  uint64_t left = deadline > now ? deadline - now : 0;
  struct timespec timeout = {(time_t)(left / 1000000), (long)(left % 1000000) * 1000};
  if (ppoll(descriptors, DESCRIPTORS, deadline == NEVER ? NULL : &timeout, NULL) < 0 && errno != EINTR) {
    perror("agent: poll");
    leave(EXIT_PROTOCOL);
  }
}

static _Noreturn void serve(int signals) {
  for (;;) {
    if (!frames_flush()) leave(0);
    struct pollfd descriptors[DESCRIPTORS];
    descriptors[SIGNALS] = (struct pollfd){.fd = signals, .events = POLLIN};
    descriptors[COMMANDS] = (struct pollfd){.fd = frames_can_answer() ? STDIN_FILENO : -1, .events = POLLIN};
    descriptors[ANSWERS] = (struct pollfd){.fd = STDOUT_FILENO, .events = frames_waiting() ? POLLOUT : 0};
    boot_await(descriptors + BOOTING);
    step_await(descriptors + PROGRAM);
    wait_until(step_deadline(), descriptors);
    if (descriptors[ANSWERS].revents & (POLLERR | POLLNVAL)) leave(0);
    if (descriptors[SIGNALS].revents) take_signals(signals);
    if (descriptors[COMMANDS].revents) take_frames();
    boot_advance();
    step_advance();
  }
}

int main(int argc, char **argv) {
  if (getpid() != 1) refuse("this is PID 1 of a sandbox or nothing: it kills every process it can reach");
  sandbox_user = user_from(argc, argv);
  close_inherited();
  hide_from_debuggers();
  umask(022);
  if (setgroups(0, NULL) < 0) refuse("it lacks the capability to change groups");
  never_block(STDIN_FILENO);
  never_block(STDOUT_FILENO);
  int signals = open_signals();
  const uint8_t ready[] = {PROTOCOL, (uint8_t)cgroup_open()};
  frames_send(FRAME_READY, ready, sizeof ready);
  serve(signals);
}
