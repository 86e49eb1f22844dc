#include "feed.h"

#include <errno.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { WINDOW = 64 << 10 };

static uint8_t waiting[WINDOW];
static size_t start;
static size_t end;
static uint32_t taken;
static int descriptor = -1;
static bool is_terminal;
static bool is_ending;

void feed_open(int opened, bool terminal) {
  descriptor = opened;
  is_terminal = terminal;
  is_ending = false;
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
  descriptor = -1;
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
  return end > start || is_ending ? descriptor : -1;
}

static void finish(void) {
  struct termios settings;
  if (!is_terminal) {
    feed_close();
  } else if (tcgetattr(descriptor, &settings) == 0 && write(descriptor, &settings.c_cc[VEOF], 1) == 1) {
    is_ending = false;
  }
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
