/* Outputs that are nothing to read on a terminal: there they go into a file. */
#ifndef CLI_UNNAMED_H
#define CLI_UNNAMED_H

#include "cli/settings.h"

enum { CLI_NAME_SIZE = 256 };

/* Where nobody named an output and it would go to a terminal, it is to go into a file in the folder
 * one is in, named after `input` ("data/province.xlsx": "province.json"), or `otherwise` where that
 * is NULL or standard input; `name` holds the name, else "". CLI_USAGE once it has complained that
 * such a file is there: what nobody named is not replaced. */
int cli_unnamed_choose(cli_settings *settings, const char *input, const char *otherwise,
                       const char *ending, char name[CLI_NAME_SIZE]);

#endif
