#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* The frames of FRAMES.md, over the agent's own stdin and stdout. */
enum {
  FRAME_FILE = 0x01,
  FRAME_START = 0x02,
  FRAME_STDIN = 0x03,
  FRAME_EOF = 0x04,
  FRAME_SIGNAL = 0x05,
  FRAME_KILL = 0x06,
  FRAME_RESIZE = 0x07,
  FRAME_COLLECT = 0x08,
  FRAME_RESET = 0x09,
  FRAME_BOOT = 0x0A,
  FRAME_READY = 0x81,
  FRAME_STDOUT = 0x82,
  FRAME_STDERR = 0x83,
  FRAME_STDIN_TAKEN = 0x84,
  FRAME_STARTED = 0x85,
  FRAME_USAGE = 0x86,
  FRAME_EXIT = 0x87,
  FRAME_START_FAILED = 0x88,
  FRAME_FILE_OUT = 0x89,
  FRAME_LEFT_OUT = 0x8A,
  FRAME_COLLECTED = 0x8B,
  FRAME_RESET_DONE = 0x8C,
  FRAME_BOOTED = 0x8D,
  FRAME_ERROR = 0x8F,
};

enum fault { FAULT_PROTOCOL = 1, FAULT_FILE = 2, FAULT_STATE = 3 };

struct frame {
  uint8_t type;
  uint8_t *payload;
  size_t length;
};

enum received { RECEIVED_FRAME, RECEIVED_NOTHING, RECEIVED_END, RECEIVED_NONSENSE };

/* The next whole frame, if it is there. Its payload holds until frames_done. */
enum received frames_receive(struct frame *frame);

/* Gives back the memory of a large payload. */
void frames_done(const struct frame *frame);

/* Every answer but program output fits when this is true; while it is false no frame may be taken. */
bool frames_can_answer(void);

/* Needs frames_can_answer. */
void frames_send(uint8_t type, const void *payload, size_t length);
void frames_send_error(enum fault fault, int error, const char *message);

/* Whether there is room for program output beside the answers. */
bool frames_can_relay(void);

/* Reads from the program straight into a frame. Answers what read(2) does; needs frames_can_relay. */
ssize_t frames_relay(uint8_t type, int descriptor);

/* Waits until an answer with a payload of this length fits; ends the agent when the server is gone. */
void frames_make_room(size_t length);

/* Sends some fields and what is read after them. Answers what read(2) does; needs room for it all. */
ssize_t frames_send_from(uint8_t type, const void *fields, size_t length, int descriptor, size_t most);

bool frames_waiting(void);

/* Writes what the server takes now. False when the server is gone. */
bool frames_flush(void);
