#include "step.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "boot.h"
#include "channel.h"
#include "clock.h"
#include "collect.h"
#include "feed.h"
#include "fields.h"
#include "forks.h"
#include "frames.h"
#include "full.h"
#include "large.h"
#include "tree.h"
#include "usage.h"

enum { FLAG_FILE_FULL = 1, FLAG_FILES_OUT = 2, FLAG_BOOTED = 4 };
enum { LOOK_FIRST_US = 4000, LOOK_EVERY_US = 100000, TELL_EVERY_US = 1000000, SHORTEST_CPU_CHECK_US = 5000 };

/* ENDING: something is still alive and being killed. DRAINING: nothing is alive, output may still be in the pipes. */
static enum { OVER, RUNNING, ENDING, DRAINING } state;

static struct {
  pid_t main_process; /* 0 once it is reaped */
  int main_status;
  int out, err;
  bool terminal, files_out, booted;
  enum killer killer;
  uint64_t wall_limit_us, cpu_limit_us, file_bytes;
  uint64_t started_us, ended_us;
  uint64_t check_cpu_at, look_at, look_again_us, look_at_room, tell_at, kill_at;
} step;

bool step_is_over(void) {
  return state == OVER;
}

static void fail(int error, const char *act) {
  char message[LONGEST_MESSAGE];
  uint8_t payload[256];
  snprintf(message, sizeof message, "cannot %s: %s", act, strerror(error));
  struct writer writer = {payload};
  write_u32(&writer, (uint32_t)error);
  write_string(&writer, message);
  frames_send(FRAME_START_FAILED, payload, (size_t)(writer.at - payload));
}

/* The tree cannot use CPU time faster than this many processors give it. */
static uint64_t processors(void) {
  static long count;
  if (count == 0) count = sysconf(_SC_NPROCESSORS_ONLN);
  return count > 0 ? (uint64_t)count : 1;
}

static uint64_t next_cpu_check(uint64_t now, uint64_t used_us) {
  if (step.cpu_limit_us == 0) return NEVER;
  uint64_t soonest = (step.cpu_limit_us - used_us) / processors();
  return now + (soonest > SHORTEST_CPU_CHECK_US ? soonest : SHORTEST_CPU_CHECK_US);
}

static void begin(const struct launch *launch, const struct spawned *spawned, uint64_t wall_us, uint64_t cpu_us) {
  uint64_t now = now_us();
  memset(&step, 0, sizeof step);
  step.main_process = spawned->pid;
  step.out = spawned->out;
  step.err = spawned->err;
  step.terminal = launch->terminal;
  step.files_out = launch->files_out;
  step.file_bytes = launch->file_bytes;
  step.wall_limit_us = wall_us;
  step.cpu_limit_us = cpu_us;
  step.started_us = now;
  step.check_cpu_at = next_cpu_check(now, 0);
  step.look_again_us = LOOK_FIRST_US;
  step.look_at = now + LOOK_FIRST_US;
  full_begin();
  step.look_at_room = now + full_look();
  step.tell_at = now + TELL_EVERY_US;
  feed_open(spawned->in, launch->terminal);
  state = RUNNING;
  frames_send(FRAME_STARTED, NULL, 0);
}

/* False when the step has to be started plainly; then nothing is booted any more. */
static bool go_on_in_booted(const struct launch *launch, struct spawned *spawned) {
  bool fits = launch->booted && boot_fits(launch);
  if (!fits) boot_end();
  usage_begin(boot_process());
  return fits && boot_hand_over(launch, spawned);
}

void step_start(const struct launch *launch, uint64_t wall_us, uint64_t cpu_us) {
  struct spawned spawned;
  const char *failed;
  forks_see_program();
  bool booted = go_on_in_booted(launch, &spawned);
  if (!booted) usage_begin(0);
  int error = booted ? 0 : spawn(launch, &spawned, &failed);
  if (error) {
    fail(error, failed);
    return;
  }
  begin(launch, &spawned, wall_us, cpu_us);
  step.booted = booted;
}

bool step_feed(const uint8_t *data, size_t length) {
  return state == OVER || feed_add(data, length);
}

void step_end_input(void) {
  if (state != OVER) feed_end();
}

void step_signal(int number) {
  if (state != RUNNING) return;
  pid_t group = 0;
  if (step.terminal) group = tcgetpgrp(step.out);
  kill(group > 1 ? -group : -step.main_process, number);
}

void step_resize(uint16_t rows, uint16_t columns) {
  if (state == RUNNING && step.terminal) terminal_resize(step.out, rows, columns);
}

/* The first reason is the one that is told. */
static void blame(enum killer killer) {
  if (step.killer == KILLED_BY_NOBODY) step.killer = killer;
}

static void end(void) {
  state = ENDING;
  step.kill_at = tree_kill();
}

void step_kill(enum killer killer) {
  if (state != RUNNING) return;
  blame(killer);
  end();
}

static void close_output(int *descriptor) {
  if (*descriptor >= 0) close(*descriptor);
  *descriptor = -1;
}

static void drain(void) {
  state = DRAINING;
  feed_close();
}

/* Nothing is killed after a quiet end: whatever is, the fork server is with it. */
static void main_ended(int status) {
  step.main_process = 0;
  step.main_status = status;
  step.ended_us = now_us();
  if (state != RUNNING) return;
  if (forks_are_alone()) drain();
  else end();
}

void step_reap(void) {
  int status;
  struct rusage usage;
  pid_t reaped;
  while ((reaped = wait4(-1, &status, WNOHANG, &usage)) > 0) {
    usage_reaped(&usage);
    boot_reaped(reaped);
    forks_reaped(reaped);
    if (state == OVER || reaped != step.main_process) continue;
    if (usage_oom_kills() > 0) blame(KILLED_BY_MEMORY);
    main_ended(status);
  }
  if (reaped < 0 && state == ENDING) drain();
}

static void tell_usage(void) {
  uint8_t payload[16];
  struct writer writer = {payload};
  write_u64(&writer, usage_cpu_us(step.main_process));
  write_u64(&writer, usage_memory(step.main_process));
  if (frames_can_relay()) frames_send(FRAME_USAGE, payload, sizeof payload);
}

static void check_cpu(uint64_t now) {
  uint64_t used = usage_cpu_us(step.main_process);
  if (used >= step.cpu_limit_us) step_kill(KILLED_BY_CPU);
  else step.check_cpu_at = next_cpu_check(now, used);
}

/* Soon at first: most programs are short. */
static void look(uint64_t now) {
  step.look_at = now + step.look_again_us;
  step.look_again_us = 2 * step.look_again_us < LOOK_EVERY_US ? 2 * step.look_again_us : LOOK_EVERY_US;
  if (usage_oom_kills() > 0) step_kill(KILLED_BY_MEMORY);
  if (now < step.tell_at) {
    usage_memory(step.main_process);
    return;
  }
  step.tell_at = now + TELL_EVERY_US;
  tell_usage();
}

static uint64_t wall_deadline(void) {
  return step.wall_limit_us ? step.started_us + step.wall_limit_us : NEVER;
}

static void keep_time(void) {
  uint64_t now = now_us();
  if (state == RUNNING && now >= wall_deadline()) step_kill(KILLED_BY_WALL);
  if (state == RUNNING && now >= step.check_cpu_at) check_cpu(now);
  if (state == RUNNING && now >= step.look_at) look(now);
  if (state == RUNNING && now >= step.look_at_room) step.look_at_room = now + full_look();
  if (state == ENDING && now >= step.kill_at) step.kill_at = tree_kill();
}

/* With nobody alive, a pipe that is empty for now is empty for good. */
static void relay(uint8_t type, int *descriptor) {
  if (*descriptor < 0 || !frames_can_relay()) return;
  ssize_t got = frames_relay(type, *descriptor);
  bool may_come = got < 0 && (errno == EAGAIN || errno == EINTR) && state != DRAINING;
  if (got <= 0 && !may_come) close_output(descriptor);
}

static void tell_taken(void) {
  if (!frames_can_answer()) return;
  uint32_t bytes = feed_taken();
  if (bytes == 0) return;
  uint8_t payload[4];
  struct writer writer = {payload};
  write_u32(&writer, bytes);
  frames_send(FRAME_STDIN_TAKEN, payload, sizeof payload);
}

static uint8_t exit_flags(void) {
  uint8_t flags = step.files_out && folder_holds_anything("/work/out") ? FLAG_FILES_OUT : 0;
  if (step.file_bytes > 0 && any_file_is_as_large_as(step.file_bytes)) flags |= FLAG_FILE_FULL;
  if (step.booted) flags |= FLAG_BOOTED;
  return flags;
}

static void write_full_folder(struct writer *writer) {
  full_look();
  const struct full_folder *full = full_found();
  write_string(writer, full ? full->path : "");
  write_u64(writer, full ? full->bytes : 0);
  write_u64(writer, full ? full->files : 0);
}

static void tell_exit(void) {
  uint32_t oom_kills = usage_oom_kills();
  if (oom_kills > 0) blame(KILLED_BY_MEMORY);
  bool signalled = WIFSIGNALED(step.main_status);
  uint8_t payload[96];
  struct writer writer = {payload};
  write_u8(&writer, (uint8_t)step.killer);
  write_u8(&writer, signalled);
  write_u8(&writer, (uint8_t)(signalled ? WTERMSIG(step.main_status) : WEXITSTATUS(step.main_status)));
  write_u8(&writer, exit_flags());
  write_u64(&writer, step.ended_us - step.started_us);
  write_u64(&writer, usage_cpu_us(0));
  write_u64(&writer, usage_peak_memory());
  write_u32(&writer, oom_kills);
  write_u32(&writer, usage_process_refusals());
  write_full_folder(&writer);
  frames_send(FRAME_EXIT, payload, (size_t)(writer.at - payload));
  state = OVER;
}

void step_advance(void) {
  if (state == OVER) return;
  keep_time();
  feed_write();
  tell_taken();
  relay(FRAME_STDOUT, &step.out);
  relay(FRAME_STDERR, &step.err);
  if (state == DRAINING && step.out < 0 && step.err < 0 && frames_can_answer()) tell_exit();
}

void step_await(struct pollfd descriptors[STEP_DESCRIPTORS]) {
  bool reading = state != OVER && frames_can_relay();
  descriptors[0] = (struct pollfd){.fd = reading ? step.out : -1, .events = POLLIN};
  descriptors[1] = (struct pollfd){.fd = reading ? step.err : -1, .events = POLLIN};
  descriptors[2] = (struct pollfd){.fd = state == RUNNING ? feed_wanted() : -1, .events = POLLOUT};
}

uint64_t step_deadline(void) {
  switch (state) {
    case RUNNING: return earlier(earlier(earlier(wall_deadline(), step.check_cpu_at), feed_deadline()), earlier(step.look_at, step.look_at_room));
    case ENDING: return step.kill_at;
    case DRAINING: return frames_can_relay() ? 0 : NEVER;
    default: return NEVER;
  }
}
