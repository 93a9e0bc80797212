/* The language of one run. */
#ifndef CLI_LANGUAGE_H
#define CLI_LANGUAGE_H

#include <vclink/message.h>

#include "cli/options.h"

/* The one that --lang asks for anywhere among the arguments, else the locale's: it must be known
 * before anything can be complained about. */
vcl_language cli_language(const cli_arguments *arguments);

#endif
