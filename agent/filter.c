#include "filter.h"

#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>

/* <linux/filter.h>, <linux/seccomp.h> and <linux/audit.h> do not come with musl. */
struct instruction {
  uint16_t code;
  uint8_t if_true, if_false;
  uint32_t value;
};
struct program {
  unsigned short length;
  struct instruction *instructions;
};
enum { LOAD = 0x20, AND = 0x54, JUMP_IF_EQUAL = 0x15, ANSWER = 0x06 };
enum { NUMBER_AT = 0, ARCHITECTURE_AT = 4, FIRST_ARGUMENT_AT = 16 };
enum { FILTER_MODE = 2 };
static const uint32_t allow = 0x7fff0000, refuse = 0x00050000;

#if defined(__x86_64__)
/* int 0x80 is allowed, as assembly programs use it; it has numbers of its own. socketcall hides its arguments from a filter. */
static const uint32_t native = 0xc000003e, other = 0x40000003;
static const uint32_t other_refused[] = {425, 426, 427, 286, 287, 288, 374, 357, 336, 102};
static const uint32_t other_socket = 359;
/* The x32 numbers are the native ones with a bit set. */
static const uint32_t number_bits = ~0x40000000u;
#elif defined(__aarch64__)
static const uint32_t native = 0xc00000b7;
static const uint32_t number_bits = ~0u;
#else
#error "which architecture is this?"
#endif

/* io_uring goes by the same numbers everywhere, and musl may not know them. */
static const uint32_t refused[] = {425, 426, 427, SYS_add_key, SYS_request_key, SYS_keyctl, SYS_userfaultfd, SYS_bpf, SYS_perf_event_open};
static const uint32_t families[] = {AF_UNIX, AF_INET, AF_INET6, AF_NETLINK};

enum { MOST = 96 };
static struct instruction instructions[MOST];
static unsigned short length;

static struct instruction *add(uint16_t code, uint32_t value) {
  instructions[length] = (struct instruction){code, 0, 0, value};
  return &instructions[length++];
}

static void answer_if(uint32_t value, uint32_t answer) {
  add(JUMP_IF_EQUAL, value)->if_false = 1;
  add(ANSWER, answer);
}

/* Leaves the filter for every call of this architecture. */
static void judge(const uint32_t *numbers, size_t count, uint32_t socket_number) {
  add(LOAD, NUMBER_AT);
  add(AND, number_bits);
  for (size_t i = 0; i < count; i++) answer_if(numbers[i], refuse | ENOSYS);
  add(JUMP_IF_EQUAL, socket_number)->if_true = 1;
  add(ANSWER, allow);
  add(LOAD, FIRST_ARGUMENT_AT);
  for (size_t i = 0; i < sizeof families / sizeof *families; i++) answer_if(families[i], allow);
  add(ANSWER, refuse | EAFNOSUPPORT);
}

static void judge_if(uint32_t architecture, const uint32_t *numbers, size_t count, uint32_t socket_number) {
  add(LOAD, ARCHITECTURE_AT);
  struct instruction *jump = add(JUMP_IF_EQUAL, architecture);
  unsigned short first = length;
  judge(numbers, count, socket_number);
  jump->if_false = (uint8_t)(length - first);
}

bool filter_calls(void) {
  length = 0;
  judge_if(native, refused, sizeof refused / sizeof *refused, SYS_socket);
#if defined(__x86_64__)
  judge_if(other, other_refused, sizeof other_refused / sizeof *other_refused, other_socket);
#endif
  add(ANSWER, refuse | ENOSYS);
  struct program program = {length, instructions};
  return prctl(PR_SET_SECCOMP, FILTER_MODE, &program) == 0;
}
