#pragma once

/*
 * A fork shares the pages of what it was forked from until it writes to them, one fault for each. A runtime writes to nearly
 * all that it has, if only by counting references; so a fork takes its own copies of all of them at one go, which costs a fraction.
 */

/* In the process that forks: what there is to take. */
void pages_find(void);

/* In a fork. Where the kernel cannot (before 5.14) they are taken one by one, as ever. */
void pages_take(void);
