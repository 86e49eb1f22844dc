#pragma once

/* Ends every process, empties the sandbox, and answers with RESET_DONE whether it is clean. Only between steps. */
void reset(void);
