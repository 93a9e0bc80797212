/* From a file to its figures, as several commands do it. Each gives CLI_DONE, or the exit status once
 * it has complained. */
#ifndef CLI_FIGURES_H
#define CLI_FIGURES_H

#include "cli/settings.h"

/* The chain in the file `path`, its problems told; *chain is NULL unless CLI_DONE. An id of
 * --without that is not in it is wrong usage. */
int cli_figures_read(const cli_settings *settings, const char *path, vcl_chain **chain);

/* Computes the tables with the run's options, telling how long parts go. The caller frees
 * *result. */
int cli_figures_compute(const cli_settings *settings, const vcl_chain *chain, cli_list tables,
                        vcl_result **result);

#endif
