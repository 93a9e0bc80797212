/* Reading a dataset for a command. */
#include "cli/load.h"

#include "cli/progress.h"

vcl_status cli_load(const cli_settings *settings, const char *path, vcl_problems *problems,
                    vcl_chain **out, vcl_error *err)
{
    cli_progress progress;
    vcl_load_options options = { .as_of = settings->as_of,
                                 .progress = cli_progress_show,
                                 .progress_context = &progress };
    vcl_status status;

    cli_progress_begin(&progress, path, settings->language);
    status = vcl_chain_load(path, &options, problems, out, err);
    cli_progress_end(&progress);
    return status;
}
