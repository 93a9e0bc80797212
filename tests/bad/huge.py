"""More households than can be counted exactly. It takes nine million records, so this runs only when asked
for."""
import contextlib
import os
import threading

from program import judge_any, problems_of

MOST_OF_A_RECORD = 10**9
MOST = 2**53
BATCH = 100_000
LIMIT_S = 600


def tasks():
    return [("run-too-many-households", lambda program: judge(program, MOST // MOST_OF_A_RECORD + 1, 1)),
            ("run-just-enough-households", lambda program: judge(program, MOST // MOST_OF_A_RECORD, 0))]


def write_farmers(descriptor, count):
    with contextlib.suppress(BrokenPipeError), os.fdopen(descriptor, "wb") as pipe:
        for first in range(0, count, BATCH):
            numbers = range(first, min(first + BATCH, count))
            pipe.write(b"".join(b'{"node":{"id":%d,"kind":"farmer","count":%d}}\n' % (number,
                                                                                      MOST_OF_A_RECORD)
                                for number in numbers))


def judge(program, count, status):
    reader, writer = os.pipe()
    threading.Thread(target=write_farmers, args=(writer, count), daemon=True).start()
    with os.fdopen(reader, "rb") as pipe:
        outcome = program.run("check", "-", "--format", "json", stdin=pipe, limit_s=LIMIT_S)
    rows, complaints = problems_of(outcome, "-")
    told = [row["code"] for row in rows]
    wanted = ["too-many-households"] * status
    complaints = judge_any(outcome, status) + complaints
    return complaints if told == wanted else complaints + [f"tells {told[:9]}, not {wanted}"]
