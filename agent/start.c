#include "start.h"

#include <stdlib.h>

#include "fields.h"
#include "step.h"

enum { FLAG_TERMINAL = 1, FLAG_FILES_OUT = 2, FLAG_BOOTED = 4 };

bool start_from(const struct frame *frame) {
  struct reader reader = {frame->payload, frame->payload + frame->length, false};
  uint64_t wall_us = (uint64_t)read_u32(&reader) * 1000;
  uint64_t cpu_us = (uint64_t)read_u32(&reader) * 1000;
  struct launch launch = {.processes = read_u32(&reader)};
  launch.open_files = read_u32(&reader);
  launch.file_bytes = read_u64(&reader);
  uint8_t flags = read_u8(&reader);
  launch.terminal = flags & FLAG_TERMINAL;
  launch.files_out = flags & FLAG_FILES_OUT;
  launch.booted = flags & FLAG_BOOTED;
  launch.rows = read_u16(&reader);
  launch.columns = read_u16(&reader);
  launch.argv = read_strings(&reader);
  launch.env = read_strings(&reader);
  bool makes_sense = !reader.broken && left_in(&reader) == 0 && launch.argv[0];
  if (makes_sense) step_start(&launch, wall_us, cpu_us);
  free(launch.argv);
  free(launch.env);
  return makes_sense;
}
