/* Reading a dataset for a command. */
#include "cli/load.h"

#include "cli/progress.h"

/* Tenths of the machine's memory that may be taken unless something else is said. */
enum { MOST_TENTHS = 8 };

void cli_limit_memory(const cli_settings *settings)
{
    vcl_memory_limit(settings->max_memory > 0 ? settings->max_memory
                                              : vcl_memory_of_machine() / 10 * MOST_TENTHS);
}

vcl_status cli_load(const cli_settings *settings, const char *path, vcl_problems *problems,
                    vcl_chain **out, vcl_error *err)
{
    cli_progress progress;
    vcl_load_options options = { .as_of = settings->as_of,
                                 .progress = cli_progress_show,
                                 .progress_context = &progress,
                                 .threads = (unsigned)settings->threads };
    vcl_status status;

    cli_limit_memory(settings);
    cli_progress_begin(&progress, path, settings->language);
    status = vcl_chain_load(path, &options, problems, out, err);
    cli_progress_end(&progress);
    return status;
}
