/* How long something takes, for people. */
#ifndef CLI_DURATION_H
#define CLI_DURATION_H

#include <vclink/message.h>

enum { CLI_DURATION_SIZE = 64 };

/* "40 s", "12 min", "3 h" into `out`, which is given back. */
const char *cli_duration(vcl_language language, double seconds, char out[CLI_DURATION_SIZE]);

#endif
