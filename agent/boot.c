#include "boot.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "channel.h"
#include "fields.h"
#include "forks.h"
#include "tree.h"
#include "user.h"

enum { FLAG_FORKED = 1 };

static struct {
  pid_t process; /* 0 when there is none, or when it has become a step */
  bool asked;    /* a fork was asked for, and is not told yet; its descriptors are open already */
  int in, out, err;
  int talk; /* open until BOOTED was answered and the step's message sent; else 0 */
  bool answered;
  struct launch launch; /* of which only the limits are kept */
  char **words;
} boot = {.answered = true};

static void free_words(void) {
  for (char **word = boot.words; word && *word; word++) free(*word);
  free(boot.words);
  boot.words = NULL;
}

static bool keep_words(char **words) {
  size_t count = 0;
  while (words[count]) count++;
  boot.words = calloc(count + 1, sizeof *boot.words);
  for (size_t i = 0; boot.words && i < count; i++) {
    boot.words[i] = strdup(words[i]);
    if (!boot.words[i]) return false;
  }
  return boot.words;
}

static void stop_talking(void) {
  if (boot.talk) close(boot.talk);
  boot.talk = 0;
}

/* Fits beside the answer to any frame, and there is one for each BOOT. */
static void answer(bool is_up) {
  const uint8_t payload[] = {is_up};
  if (boot.answered) return;
  boot.answered = true;
  frames_send(FRAME_BOOTED, payload, sizeof payload);
}

static void forget(void) {
  if (boot.process || boot.asked) {
    close(boot.in);
    close(boot.out);
    close(boot.err);
  }
  boot.process = 0;
  boot.asked = false;
  stop_talking();
  free_words();
  answer(false);
}

static void hear(bool patiently) {
  if (!boot.asked) return;
  pid_t process = forks_answer(patiently);
  if (process < 0) forget();
  if (process <= 0) return;
  boot.asked = false;
  boot.process = process;
}

void boot_settle(void) {
  hear(true);
}

void boot_end(void) {
  boot_settle();
  if (boot.process) tree_end(boot.process);
  forget();
}

/* What it said before it ended counts. */
void boot_reaped(pid_t process) {
  uint8_t byte;
  if (!boot.process || process != boot.process) return;
  if (!boot.answered && boot.talk && recv(boot.talk, &byte, 1, MSG_DONTWAIT) > 0) answer(true);
  forget();
}

pid_t boot_process(void) {
  return boot.process;
}

/* A fork has no number yet. */
static bool ask_for_fork(const struct launch *launch, struct spawned *spawned) {
  struct channel channel;
  if (!launch->forked || channel_open_pipes(&channel)) return false;
  bool asked = forks_ask(launch, &channel);
  channel_close_program_side(&channel);
  if (!asked) channel_close_agent_side(&channel);
  *spawned = (struct spawned){0, channel.agent_in, channel.agent_out, channel.agent_err};
  return asked;
}

static bool start_program(struct launch *launch) {
  int ends[2];
  const char *failed;
  struct spawned spawned;
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) < 0) return false;
  launch->talk = ends[1];
  boot.asked = ask_for_fork(launch, &spawned);
  int error = boot.asked ? 0 : spawn(launch, &spawned, &failed);
  close(ends[1]);
  if (error) {
    close(ends[0]);
    return false;
  }
  boot.process = spawned.pid;
  boot.in = spawned.in;
  boot.out = spawned.out;
  boot.err = spawned.err;
  boot.talk = ends[0];
  return true;
}

bool boot_from(const struct frame *frame) {
  struct reader reader = {frame->payload, frame->payload + frame->length, false};
  boot_end();
  forks_expect(frame);
  struct launch launch = {.processes = read_u32(&reader)};
  launch.open_files = read_u32(&reader);
  launch.file_bytes = read_u64(&reader);
  launch.forked = read_u8(&reader) & FLAG_FORKED;
  launch.argv = read_strings(&reader);
  launch.env = read_strings(&reader);
  bool makes_sense = !reader.broken && left_in(&reader) == 0 && launch.argv[0];
  if (makes_sense) {
    boot.answered = false;
    boot.launch = launch;
    if (!keep_words(launch.argv) || !start_program(&launch)) forget();
  }
  free(launch.argv);
  free(launch.env);
  return makes_sense;
}

/* How many of the step's words are the booted program's own; 0 when it is another command. */
static size_t own_words(char **argv) {
  size_t count = 0;
  while (boot.words[count] && argv[count] && strcmp(boot.words[count], argv[count]) == 0) count++;
  return boot.words[count] ? 0 : count;
}

bool boot_fits(const struct launch *launch) {
  boot_settle();
  return boot.process && !launch->terminal && launch->processes == boot.launch.processes &&
         launch->open_files == boot.launch.open_files && launch->file_bytes == boot.launch.file_bytes &&
         own_words(launch->argv) > 0;
}

static size_t length_of(char **texts) {
  size_t length = 2;
  for (; *texts; texts++) length += 2 + strlen(*texts);
  return length;
}

static void write_strings(struct writer *writer, char **texts) {
  size_t count = 0;
  while (texts[count]) count++;
  write_u16(writer, (uint16_t)count);
  for (; *texts; texts++) write_path(writer, *texts);
}

/* What does not fit into the socket at once is not sent: the agent never waits for a program. */
static bool send_message(char **args, char **env) {
  size_t length = length_of(args) + length_of(env);
  uint8_t *message = malloc(4 + length);
  if (!message) return false;
  struct writer writer = {message};
  write_u32(&writer, (uint32_t)length);
  write_strings(&writer, args);
  write_strings(&writer, env);
  ssize_t sent = send(boot.talk, message, 4 + length, MSG_DONTWAIT | MSG_NOSIGNAL);
  free(message);
  return sent == (ssize_t)(4 + length);
}

/* Whatever stands there instead is the program's own. */
static void make_out_folder(void) {
  act_as_user();
  if (mkdir("/work/out", 0755) < 0) errno = 0;
  act_as_agent();
}

bool boot_hand_over(const struct launch *launch, struct spawned *spawned) {
  if (launch->files_out) make_out_folder();
  if (!send_message(launch->argv + own_words(launch->argv), launch->env)) {
    boot_end();
    return false;
  }
  *spawned = (struct spawned){boot.process, boot.in, boot.out, boot.err};
  boot.process = 0;
  free_words();
  /* One that is not up yet still has to say so. */
  if (boot.answered) stop_talking();
  return true;
}

void boot_await(struct pollfd *descriptor) {
  if (boot.asked) {
    forks_await(descriptor);
    return;
  }
  bool waiting = !boot.answered && boot.talk && frames_can_answer();
  *descriptor = (struct pollfd){.fd = waiting ? boot.talk : -1, .events = POLLIN};
}

void boot_advance(void) {
  hear(false);
  if (boot.asked) return;
  if (boot.answered || !boot.talk || !frames_can_answer()) return;
  uint8_t byte;
  ssize_t got = recv(boot.talk, &byte, 1, MSG_DONTWAIT);
  if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
  if (got > 0) {
    answer(true);
    if (!boot.process) stop_talking();
  } else if (boot.process) {
    boot_end();
  } else {
    forget();
  }
}
