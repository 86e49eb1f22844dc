#include "channel.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "user.h"

static const struct channel closed = {-1, -1, -1, -1, -1, -1};

static void close_side(int *in, int *out, int *err) {
  if (*err >= 0 && *err != *out) close(*err);
  if (*out >= 0 && *out != *in) close(*out);
  if (*in >= 0) close(*in);
  *in = *out = *err = -1;
}

void channel_close_program_side(struct channel *channel) {
  close_side(&channel->program_in, &channel->program_out, &channel->program_err);
}

void channel_close_agent_side(struct channel *channel) {
  close_side(&channel->agent_in, &channel->agent_out, &channel->agent_err);
}

static int close_both(struct channel *channel, int error) {
  channel_close_program_side(channel);
  channel_close_agent_side(channel);
  return error;
}

static int open_pipe(int *reader, int *writer) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) < 0) return -1;
  *reader = ends[0];
  *writer = ends[1];
  return 0;
}

static int never_block(int descriptor) {
  return fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK);
}

int channel_open_pipes(struct channel *channel) {
  *channel = closed;
  act_as_user();
  bool opened = open_pipe(&channel->program_in, &channel->agent_in) == 0 &&
                open_pipe(&channel->agent_out, &channel->program_out) == 0 &&
                open_pipe(&channel->agent_err, &channel->program_err) == 0 &&
                never_block(channel->agent_in) == 0 && never_block(channel->agent_out) == 0 &&
                never_block(channel->agent_err) == 0;
  int error = errno;
  act_as_agent();
  return opened ? 0 : close_both(channel, error);
}

void terminal_resize(int terminal, uint16_t rows, uint16_t columns) {
  struct winsize size = {.ws_row = rows, .ws_col = columns};
  ioctl(terminal, TIOCSWINSZ, &size);
}

int terminal_open_line(int terminal) {
  int unlocked = 0;
  unsigned int number;
  char name[32];
  if (ioctl(terminal, TIOCSPTLCK, &unlocked) < 0 || ioctl(terminal, TIOCGPTN, &number) < 0) return -1;
  snprintf(name, sizeof name, "/dev/pts/%u", number);
  return open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
}

int channel_open_terminal(struct channel *channel, uint16_t rows, uint16_t columns) {
  *channel = closed;
  act_as_user();
  int terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
  int line = terminal < 0 ? -1 : terminal_open_line(terminal);
  int copy = line < 0 ? -1 : fcntl(terminal, F_DUPFD_CLOEXEC, 3);
  int error = errno;
  act_as_agent();
  channel->agent_out = terminal;
  channel->agent_in = copy;
  channel->program_in = channel->program_out = channel->program_err = line;
  if (copy < 0) return close_both(channel, error);
  terminal_resize(terminal, rows, columns);
  return 0;
}
