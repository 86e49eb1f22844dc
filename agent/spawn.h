#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

/* What a START or BOOT frame asks for; a limit of 0 is no limit. */
struct launch {
  char **argv;
  char **env;
  uint32_t processes;
  uint32_t open_files;
  uint64_t file_bytes;
  bool terminal;
  bool files_out;
  bool booted; /* in the booted process, if there is one that fits */
  uint16_t rows;
  uint16_t columns;
  int talk; /* becomes descriptor 3 of a program that is booted; 0 for any other */
  bool forked; /* of what is booted: rather as a fork of one that is up than by a start of its own */
  bool serves_forks; /* it is no program, but what such forks are made of */
};

/* The program, with the agent's ends of its stdio, which never block. With a terminal `err` is -1. */
struct spawned {
  pid_t pid;
  int in;
  int out;
  int err;
};

/* Returns when the program was executed, or the errno that kept it from being so, with the act that failed. */
int spawn(const struct launch *launch, struct spawned *spawned, const char **failed);
