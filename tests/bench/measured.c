/* Runs a command within limits and says what it took. It is small itself: the peak that the system
 * tells of a process is at least that of whoever started it.
 *
 *   measured SECONDS BYTES COMMAND [ARGUMENT...]
 *
 * A limit of 0 is none. Bytes are of address space. Writes one line to descriptor 3: seconds
 * elapsed, seconds of processor, peak of resident bytes, wait status, 1 if it was killed for taking
 * too long. */
#include <errno.h>
#include <inttypes.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now_s(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static void start(char **command, rlim_t bytes)
{
    sigset_t none;

    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    if (bytes > 0) {
        setrlimit(RLIMIT_AS, &(struct rlimit){ bytes, bytes });
    }
    close(3);
    execvp(command[0], command);
    perror(command[0]);
    _exit(127);
}

/* Returns true if the child had to be killed. */
static bool wait_for(pid_t child, time_t seconds, int *status, struct rusage *usage)
{
    sigset_t ends;
    struct timespec limit = { .tv_sec = seconds };
    bool late = false;

    sigemptyset(&ends);
    sigaddset(&ends, SIGCHLD);
    if (seconds > 0) {
        late = sigtimedwait(&ends, NULL, &limit) < 0 && errno == EAGAIN;
        if (late) {
            kill(child, SIGKILL);
        }
    }
    wait4(child, status, 0, usage);
    return late;
}

static double seconds_of(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec * 1e-6;
}

int main(int argc, char **argv)
{
    sigset_t ends;
    struct rusage usage;
    int status = 0;

    if (argc < 4) {
        fputs("usage: measured SECONDS BYTES COMMAND [ARGUMENT...]\n", stderr);
        return 2;
    }
    sigemptyset(&ends);
    sigaddset(&ends, SIGCHLD);
    sigprocmask(SIG_BLOCK, &ends, NULL);
    double begin_s = now_s();
    pid_t child = fork();
    if (child < 0) {
        perror("measured");
        return 5;
    }
    if (child == 0) {
        start(argv + 3, strtoull(argv[2], NULL, 10));
    }
    bool late = wait_for(child, strtol(argv[1], NULL, 10), &status, &usage);
    dprintf(3, "%.6f %.6f %" PRIu64 " %d %d\n", now_s() - begin_s,
            seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime),
            (uint64_t)usage.ru_maxrss * 1024, status, late);
    return 0;
}
