/* Starts 10,000 threads that never end. */

#include <pthread.h>
#include <unistd.h>

#include "attempt.h"

static void *wait_for_ever(void *none) {
  for (;;) pause();
  return none;
}

int main(void) {
  pthread_attr_t small;
  pthread_attr_init(&small);
  pthread_attr_setstacksize(&small, 16384);
  int started = 0;
  for (int i = 0; i < 10000; i++) {
    pthread_t thread;
    int error = pthread_create(&thread, &small, wait_for_ever, NULL);
    if (error == 0) started++;
  }
  printf("started %d\n", started);
  return done();
}
