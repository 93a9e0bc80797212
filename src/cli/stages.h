/* Telling how the long parts of an analysis go: progress on a terminal, and before a part that is
 * thought to take more than a minute, how long and how to leave it out. */
#ifndef CLI_STAGES_H
#define CLI_STAGES_H

#include "cli/progress.h"
#include "cli/settings.h"

typedef struct cli_stages {
    const cli_settings *settings;
    cli_list tables; /* those that are computed */
    cli_progress progress;
} cli_stages;

/* `tables` must outlive it. */
void cli_stages_begin(cli_stages *stages, const cli_settings *settings, cli_list tables);

/* A vcl_watcher; `context` is the cli_stages. */
void cli_stages_watch(const vcl_step *step, void *context);

void cli_stages_end(cli_stages *stages);

#endif
