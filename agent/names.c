#include "names.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* The length of the character at the start of a text; 0 when it is a control character or not UTF-8. */
static size_t plain_character(const char *text) {
  static const uint32_t smallest[] = {0, 0, 0xA0, 0x800, 0x10000};
  const uint8_t *at = (const uint8_t *)text;
  if (*at < 0x80) return *at >= 0x20 && *at != 0x7F;
  if (*at < 0xC2 || *at > 0xF4) return 0;
  size_t length = *at >= 0xF0 ? 4 : *at >= 0xE0 ? 3 : 2;
  uint32_t code = *at & (0x7FU >> length);
  for (size_t i = 1; i < length; i++) {
    if ((at[i] & 0xC0) != 0x80) return 0;
    code = code << 6 | (at[i] & 0x3F);
  }
  bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
  return code < smallest[length] || code > 0x10FFFF || is_surrogate ? 0 : length;
}

bool name_is_plain(const char *name) {
  while (*name) {
    size_t length = plain_character(name);
    if (length == 0) return false;
    name += length;
  }
  return true;
}

void copy_plainly(char *copy, size_t size, const char *text) {
  size_t used = 0;
  while (*text) {
    char escaped[sizeof "\\x00"];
    size_t length = plain_character(text);
    snprintf(escaped, sizeof escaped, "\\x%02x", (uint8_t)*text);
    const char *piece = length > 0 ? text : escaped;
    size_t piece_length = length > 0 ? length : strlen(escaped);
    if (used + piece_length >= size) break;
    memcpy(copy + used, piece, piece_length);
    used += piece_length;
    text += length > 0 ? length : 1;
  }
  copy[used] = '\0';
}
