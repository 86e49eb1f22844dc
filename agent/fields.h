#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Reads the fields of a received payload. Reading past its end marks the reader broken and gives zeros. */
struct reader {
  uint8_t *at;
  uint8_t *end;
  bool broken;
};

uint8_t read_u8(struct reader *reader);
uint16_t read_u16(struct reader *reader);
uint32_t read_u32(struct reader *reader);
uint64_t read_u64(struct reader *reader);

/* A string in place, ended with a NUL where its length stood before; the bytes that follow stay intact. */
char *read_string(struct reader *reader);

/* `count` strings and a NULL after them, for the caller to free; NULL, the reader broken, when they are cut short or memory is. */
char **read_strings(struct reader *reader);

size_t left_in(const struct reader *reader);

/* Builds a small payload. The caller's buffer is large enough by construction. */
struct writer {
  uint8_t *at;
};

void write_u8(struct writer *writer, uint8_t value);
void write_u16(struct writer *writer, uint16_t value);
void write_u32(struct writer *writer, uint32_t value);
void write_u64(struct writer *writer, uint64_t value);

enum { LONGEST_MESSAGE = 200 };

/* At most so many bytes of it, so that an answer always fits its buffer. */
void write_string(struct writer *writer, const char *text);

/* All of it: the caller knows that it fits. */
void write_path(struct writer *writer, const char *path);
