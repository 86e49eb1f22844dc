#include "frames.h"

#include <errno.h>
#include <poll.h>
#include <stdalign.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fields.h"

enum {
  HEADER = 5,
  LONGEST_PAYLOAD = 1 << 20,
  LARGE_PAYLOAD = 16 << 10,
  LONGEST_OUTPUT = 64 << 10,
  SHORTEST_OUTPUT = 4 << 10,
  /* Kept free for answers: program output never takes it. */
  RESERVE = 4 << 10,
  LONGEST_ANSWER = 256,
  OUTGOING = 128 << 10,
  PAGE = 4 << 10,
};

/* Untouched pages cost nothing; a large payload's pages go back to the kernel when it was handled. */
static alignas(PAGE) uint8_t incoming[LONGEST_PAYLOAD];
static uint8_t header[HEADER];
static size_t header_filled;
static size_t payload_length;
static size_t payload_filled;

static uint8_t outgoing[OUTGOING];
static size_t outgoing_start;
static size_t outgoing_end;

/* 1 when the part is whole, else what frames_receive is to answer. */
static int fill(uint8_t *part, size_t *filled, size_t wanted, enum received *answer) {
  while (*filled < wanted) {
    ssize_t got = read(STDIN_FILENO, part + *filled, wanted - *filled);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) {
      *answer = got < 0 && errno == EAGAIN ? RECEIVED_NOTHING : RECEIVED_END;
      return 0;
    }
    *filled += (size_t)got;
  }
  return 1;
}

enum received frames_receive(struct frame *frame) {
  enum received answer;
  if (!fill(header, &header_filled, HEADER, &answer)) return answer;
  struct reader reader = {header, header + HEADER, false};
  payload_length = read_u32(&reader);
  if (payload_length > LONGEST_PAYLOAD) return RECEIVED_NONSENSE;
  if (!fill(incoming, &payload_filled, payload_length, &answer)) return answer;
  *frame = (struct frame){read_u8(&reader), incoming, payload_length};
  header_filled = 0;
  payload_filled = 0;
  return RECEIVED_FRAME;
}

void frames_done(const struct frame *frame) {
  if (frame->length > LARGE_PAYLOAD) madvise(incoming, sizeof incoming, MADV_DONTNEED);
}

static size_t room(void) {
  return OUTGOING - (outgoing_end - outgoing_start);
}

static void make_contiguous(void) {
  if (outgoing_start == 0) return;
  memmove(outgoing, outgoing + outgoing_start, outgoing_end - outgoing_start);
  outgoing_end -= outgoing_start;
  outgoing_start = 0;
}

static void write_header(uint8_t type, size_t length) {
  struct writer writer = {outgoing + outgoing_end};
  write_u32(&writer, (uint32_t)length);
  write_u8(&writer, type);
  outgoing_end += HEADER;
}

bool frames_can_answer(void) {
  return room() >= HEADER + LONGEST_ANSWER;
}

void frames_send(uint8_t type, const void *payload, size_t length) {
  make_contiguous();
  write_header(type, length);
  if (length > 0) memcpy(outgoing + outgoing_end, payload, length);
  outgoing_end += length;
}

void frames_send_error(enum fault fault, int error, const char *message) {
  uint8_t payload[LONGEST_ANSWER];
  struct writer writer = {payload};
  write_u8(&writer, (uint8_t)fault);
  write_u32(&writer, (uint32_t)error);
  write_string(&writer, message);
  frames_send(FRAME_ERROR, payload, (size_t)(writer.at - payload));
}

bool frames_can_relay(void) {
  return room() >= HEADER + SHORTEST_OUTPUT + RESERVE;
}

ssize_t frames_relay(uint8_t type, int descriptor) {
  make_contiguous();
  size_t most = room() - HEADER - RESERVE;
  if (most > LONGEST_OUTPUT) most = LONGEST_OUTPUT;
  ssize_t got = read(descriptor, outgoing + outgoing_end + HEADER, most);
  if (got <= 0) return got;
  write_header(type, (size_t)got);
  outgoing_end += (size_t)got;
  return got;
}

void frames_make_room(size_t length) {
  while (room() < HEADER + length + RESERVE) {
    struct pollfd answers = {.fd = STDOUT_FILENO, .events = POLLOUT};
    if ((poll(&answers, 1, -1) < 0 && errno != EINTR) || !frames_flush()) _exit(0);
  }
}

ssize_t frames_send_from(uint8_t type, const void *fields, size_t length, int descriptor, size_t most) {
  make_contiguous();
  ssize_t got;
  do got = read(descriptor, outgoing + outgoing_end + HEADER + length, most);
  while (got < 0 && errno == EINTR);
  if (got < 0) return got;
  write_header(type, length + (size_t)got);
  memcpy(outgoing + outgoing_end, fields, length);
  outgoing_end += length + (size_t)got;
  return got;
}

bool frames_waiting(void) {
  return outgoing_end > outgoing_start;
}

bool frames_flush(void) {
  while (frames_waiting()) {
    ssize_t sent = write(STDOUT_FILENO, outgoing + outgoing_start, outgoing_end - outgoing_start);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0) return errno == EAGAIN;
    outgoing_start += (size_t)sent;
  }
  outgoing_start = 0;
  outgoing_end = 0;
  return true;
}
