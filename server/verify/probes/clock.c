/* The clock is the host's: whoever could set it here would set it for everybody. It would be set to what it is. */

#define _GNU_SOURCE
#include <sys/time.h>
#include <sys/timex.h>
#include <time.h>
#include <unistd.h>
#include <fcntl.h>

#include "attempt.h"

int main(void) {
  struct timespec moment;
  clock_gettime(CLOCK_REALTIME, &moment);
  struct timeval then = {.tv_sec = moment.tv_sec, .tv_usec = moment.tv_nsec / 1000};
  attempt("set the clock", clock_settime(CLOCK_REALTIME, &moment) == 0);
  attempt("set the time of day", settimeofday(&then, NULL) == 0);
  struct timex change = {.modes = ADJ_TICK, .tick = 10000};
  attempt("change the clock's pace", adjtimex(&change) >= 0);
  struct timex step = {.modes = ADJ_SETOFFSET, .time = {0}};
  attempt("step the clock", clock_adjtime(CLOCK_REALTIME, &step) >= 0);
  attempt("open the machine's clock", open("/dev/rtc0", O_RDWR) >= 0 || open("/dev/rtc", O_RDWR) >= 0);
  return done();
}
