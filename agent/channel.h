#pragma once

#include <stdbool.h>
#include <stdint.h>

/* The two sides of a program's stdio. -1 is not open; a terminal has one descriptor thrice on the program's side. */
struct channel {
  int agent_in, agent_out, agent_err;
  int program_in, program_out, program_err;
};

/* Made as the sandbox user, so that the program may open /dev/stdin and its terminal by name. 0 or an errno. */
int channel_open_pipes(struct channel *channel);
int channel_open_terminal(struct channel *channel, uint16_t rows, uint16_t columns);

void channel_close_program_side(struct channel *channel);
void channel_close_agent_side(struct channel *channel);

/* The program's side of a terminal, by the name that belongs to ours; -1 when it cannot be opened. */
int terminal_open_line(int terminal);

void terminal_resize(int terminal, uint16_t rows, uint16_t columns);
