/* What CPython's hook loads to serve forks. It is loaded as an extension module and never becomes one: it leaves nothing behind. */

#include <stddef.h>

#include "forked.h"

/* Of CPython's stable ABI: so one library serves every version, and no headers are needed. */
extern void PyOS_BeforeFork(void);
extern void PyOS_AfterFork_Parent(void);
extern void PyOS_AfterFork_Child(void);
extern void *PyExc_StopIteration;
extern void PyErr_SetNone(void *type);

__attribute__((visibility("default"))) void *PyInit_forks(void);

/* Raises StopIteration in a fork, and never ends in the server. */
void *PyInit_forks(void) {
  static const struct around_fork around = {PyOS_BeforeFork, PyOS_AfterFork_Parent, PyOS_AfterFork_Child};
  forked_serve(&around);
  PyErr_SetNone(PyExc_StopIteration);
  return NULL;
}
