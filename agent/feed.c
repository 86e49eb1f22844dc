#include "feed.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "channel.h"
#include "clock.h"
#include "user.h"

enum { WINDOW = 64 << 10, SOONEST_US = 2000, LATEST_US = 100000 };

static uint8_t waiting[WINDOW];
static size_t start;
static size_t end;
static uint32_t taken;
static int descriptor = -1;
static bool is_terminal;
static bool is_ending;

/* Of the end of a terminal: the program's side of it, open from the first time that it is typed. */
static struct {
  int line;
  uint64_t look_at, look_again_us;
  bool typed_as_character;
} ending = {.line = -1};

void feed_open(int opened, bool terminal) {
  descriptor = opened;
  is_terminal = terminal;
  is_ending = false;
  ending.look_at = 0;
  ending.typed_as_character = false;
  start = 0;
  end = 0;
  taken = 0;
}

/* What nobody will read any more counts as taken. */
static void drop(void) {
  taken += (uint32_t)(end - start);
  start = 0;
  end = 0;
}

void feed_close(void) {
  if (descriptor >= 0) close(descriptor);
  if (ending.line >= 0) close(ending.line);
  descriptor = ending.line = -1;
  drop();
}

bool feed_add(const uint8_t *data, size_t length) {
  size_t held = end - start;
  if (length > WINDOW - held) return false;
  if (is_ending || length == 0) {
    taken += (uint32_t)length;
    return true;
  }
  memmove(waiting, waiting + start, held);
  memcpy(waiting + held, data, length);
  start = 0;
  end = held + length;
  if (descriptor < 0) drop();
  return true;
}

void feed_end(void) {
  is_ending = true;
}

int feed_wanted(void) {
  return end > start || (is_ending && ending.look_at == 0) ? descriptor : -1;
}

uint64_t feed_deadline(void) {
  return descriptor >= 0 && is_ending && ending.look_at > 0 ? ending.look_at : NEVER;
}

static void open_line(void) {
  act_as_user();
  ending.line = terminal_open_line(descriptor);
  act_as_agent();
}

/* Whether what was typed before is taken. Of a line that cannot be opened nobody knows: then nothing more is typed. */
static bool is_taken(void) {
  struct pollfd line = {.fd = ending.line, .events = POLLIN};
  return ending.line >= 0 && poll(&line, 1, 0) == 0;
}

static bool type_end(void) {
  struct termios settings;
  if (tcgetattr(descriptor, &settings) < 0) return false;
  bool is_by_line = settings.c_lflag & ICANON;
  bool is_first = ending.look_at == 0;
  if (is_by_line ? !is_first && !is_taken() : ending.typed_as_character) return false;
  if (write(descriptor, &settings.c_cc[VEOF], 1) != 1) return false;
  if (is_first) open_line();
  if (!is_by_line) ending.typed_as_character = true;
  return true;
}

/* The kernel tells nobody that a program waits for input, so the agent looks; ever more seldom while nothing is taken. */
static void finish(void) {
  uint64_t now = now_us();
  if (!is_terminal) feed_close();
  if (!is_terminal || now < ending.look_at) return;
  bool is_typed = type_end();
  /* A terminal that takes nothing yet is waited for as for any other input. */
  if (!is_typed && ending.look_at == 0) return;
  ending.look_again_us = is_typed ? SOONEST_US : earlier(2 * ending.look_again_us, LATEST_US);
  ending.look_at = now + ending.look_again_us;
}

void feed_write(void) {
  while (descriptor >= 0 && end > start) {
    ssize_t written = write(descriptor, waiting + start, end - start);
    if (written < 0 && errno == EINTR) continue;
    if (written == 0 || (written < 0 && errno == EAGAIN)) return;
    if (written < 0) {
      feed_close();
      return;
    }
    start += (size_t)written;
    taken += (uint32_t)written;
  }
  if (descriptor >= 0 && is_ending) finish();
}

uint32_t feed_taken(void) {
  uint32_t bytes = taken;
  taken = 0;
  return bytes;
}
