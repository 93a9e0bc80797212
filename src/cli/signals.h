/* Being interrupted: leave no half-written file and no progress line behind. */
#ifndef CLI_SIGNALS_H
#define CLI_SIGNALS_H

#include <stdbool.h>

/* From now on SIGINT, SIGTERM and SIGHUP end the process with status 128 + their number, unless
 * they are ignored already (nohup). */
void cli_signals_install(void);

/* Tells whether a progress line stands on standard error. */
void cli_signals_progress(bool shown);

#endif
