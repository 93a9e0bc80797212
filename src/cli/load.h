/* Reading a dataset for a command. */
#ifndef CLI_LOAD_H
#define CLI_LOAD_H

#include "cli/settings.h"

/* Lets the library take so much memory as the run's options say, else most of the machine's. */
void cli_limit_memory(const cli_settings *settings);

/* vcl_chain_load() with the run's options and, on a terminal, progress. */
vcl_status cli_load(const cli_settings *settings, const char *path, vcl_problems *problems,
                    vcl_chain **out, vcl_error *err);

#endif
