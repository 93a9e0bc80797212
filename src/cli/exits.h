/* How the command can end: one table, which --help and the manual print. */
#ifndef CLI_EXITS_H
#define CLI_EXITS_H

#include "cli/texts.h"

typedef struct cli_exit {
    int status;
    cli_text meaning;
} cli_exit;

/* The exit status at `index`; NULL after the last. Static. */
const cli_exit *cli_exit_at(size_t index);

#endif
