#include "fields.h"

#include <stdlib.h>
#include <string.h>

size_t left_in(const struct reader *reader) {
  return (size_t)(reader->end - reader->at);
}

static uint64_t read_number(struct reader *reader, size_t bytes) {
  if (reader->broken || left_in(reader) < bytes) {
    reader->broken = true;
    return 0;
  }
  uint64_t value = 0;
  for (size_t i = 0; i < bytes; i++) value |= (uint64_t)reader->at[i] << (8 * i);
  reader->at += bytes;
  return value;
}

uint8_t read_u8(struct reader *reader) {
  return (uint8_t)read_number(reader, 1);
}

uint16_t read_u16(struct reader *reader) {
  return (uint16_t)read_number(reader, 2);
}

uint32_t read_u32(struct reader *reader) {
  return (uint32_t)read_number(reader, 4);
}

uint64_t read_u64(struct reader *reader) {
  return read_number(reader, 8);
}

char *read_string(struct reader *reader) {
  size_t length = read_u16(reader);
  if (reader->broken || left_in(reader) < length || memchr(reader->at, '\0', length)) {
    reader->broken = true;
    return NULL;
  }
  /* The two bytes of the length make room for the NUL without touching the next field. */
  char *text = (char *)reader->at - 2;
  memmove(text, reader->at, length);
  text[length] = '\0';
  reader->at += length;
  return text;
}

char **read_strings(struct reader *reader) {
  size_t count = read_u16(reader);
  if (reader->broken || count * 2 > left_in(reader)) {
    reader->broken = true;
    return NULL;
  }
  char **strings = calloc(count + 1, sizeof *strings);
  if (!strings) {
    reader->broken = true;
    return NULL;
  }
  for (size_t i = 0; i < count; i++) strings[i] = read_string(reader);
  return strings;
}

static void write_number(struct writer *writer, uint64_t value, size_t bytes) {
  for (size_t i = 0; i < bytes; i++) *writer->at++ = (uint8_t)(value >> (8 * i));
}

void write_u8(struct writer *writer, uint8_t value) {
  write_number(writer, value, 1);
}

void write_u16(struct writer *writer, uint16_t value) {
  write_number(writer, value, 2);
}

void write_u32(struct writer *writer, uint32_t value) {
  write_number(writer, value, 4);
}

void write_u64(struct writer *writer, uint64_t value) {
  write_number(writer, value, 8);
}

static void write_text(struct writer *writer, const char *text, size_t length) {
  write_number(writer, length, 2);
  memcpy(writer->at, text, length);
  writer->at += length;
}

void write_string(struct writer *writer, const char *text) {
  write_text(writer, text, strnlen(text, LONGEST_MESSAGE));
}

void write_path(struct writer *writer, const char *path) {
  write_text(writer, path, strlen(path));
}
