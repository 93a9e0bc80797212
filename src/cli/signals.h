/* Being interrupted: leave no half-written file and no progress line behind. */
#ifndef CLI_SIGNALS_H
#define CLI_SIGNALS_H

#include <stdbool.h>

/* From now on SIGINT, SIGTERM and SIGHUP end the process with status 128 + their number, unless
 * they are ignored already (nohup). */
void cli_signals_install(void);

/* Tells whether a progress line stands on standard error. */
void cli_signals_progress(bool shown);

/* For work that cannot tell how far it is: shows `line` on standard error where that is a terminal and
 * a second goes by before cli_signals_done(), which erases it. `line` must last as long. */
void cli_signals_show_later(const char *line);
void cli_signals_done(void);

#endif
