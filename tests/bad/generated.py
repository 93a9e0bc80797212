"""Cases that are made at run time, in a temporary folder: files that cannot be read or written, and files too
large to keep."""
import contextlib
import functools
import os
import stat
import tempfile
import threading
import time

from program import judge_any, judge_text, problems_of

MIB = 1024 * 1024
FAST_S = 5          # a hundred thousand errors must not take longer
DEEP = 100_000
UNKNOWN = 100_000
LISTED = 1000       # so many problems of a kind are listed
GOOD = (b'{"nodes": [{"id": "a", "kind": "farmer"}, {"id": "e", "kind": "enterprise"}], '
        b'"links": [{"source": "a", "target": "e"}]}')


def tasks():
    """(name, function of the program that returns complaints) for each case."""
    judges = [many_unknown, many_unknown_in_text, *long_records(), long_text_unclosed, *deep_tasks(),
              folder_for_file,
              missing_file, empty_file, cut_pipe, missing_folder]
    if os.path.exists("/dev/full"):
        judges.append(full_device)
    if os.geteuid() != 0:       # nothing is unreadable to the superuser
        judges.append(unreadable_file)
    return [("run-" + judge.__name__.replace("_", "-"), in_folder(judge)) for judge in judges]


def in_folder(judge):
    @functools.wraps(judge)
    def judged(program):
        with tempfile.TemporaryDirectory() as folder:
            return judge(program, folder)
    return judged


def write(folder, name, *parts):
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.writelines(parts)
    return path


# --- files that cannot be read

def refuse_to_read(program, path):
    complaints = []
    for arguments in (("check", path), ("check", path, "--format", "json"), ("analyze", path)):
        outcome = program.run(*arguments)
        complaints += judge_any(outcome, 4)
        if not outcome.complaints:
            complaints.append(f"{arguments[0]} does not say why")
    return complaints


def folder_for_file(program, folder):
    return refuse_to_read(program, folder)


def missing_file(program, folder):
    return refuse_to_read(program, os.path.join(folder, "missing.json"))


def unreadable_file(program, folder):
    path = write(folder, "secret.json", GOOD)
    os.chmod(path, 0)
    return refuse_to_read(program, path)


# --- what is told of a file

def judge_told(program, path, *wanted):
    """`wanted` are (code, line), in order."""
    outcome = program.run("check", path, "--format", "json")
    rows, complaints = problems_of(outcome, path)
    told = [(row["code"], row["line"]) for row in rows]
    complaints += judge_any(outcome, 1)
    return complaints if told == list(wanted) else complaints + [f"tells {told[:9]}, not {list(wanted)}"]


def empty_file(program, folder):
    return judge_told(program, write(folder, "empty.json"), ("not-a-dataset", 1))


def cut_pipe(program, folder):
    """A pipe whose writer goes away too early."""
    path = os.path.join(folder, "pipe")
    os.mkfifo(path)

    def write_a_part():
        with contextlib.suppress(OSError):      # nobody reads
            descriptor = os.open(path, os.O_WRONLY)
            os.write(descriptor, GOOD[:-30])
            os.close(descriptor)

    threading.Thread(target=write_a_part, daemon=True).start()
    return judge_told(program, path, ("json-syntax", 1))


def deep_tasks():
    """Nesting far deeper than any stack."""
    node = b'{"id": "a", "kind": "farmer", "x": '
    files = {
        "deep_in_record": (b'{"nodes": [\n' + node + DEEP * b"[" + DEEP * b"]" + b'}],\n"links": []}', 2),
        "deep_in_member": (b'{"x": ' + DEEP * b'{"x": ' + b"1" + DEEP * b"}" + b', "nodes": [], "links": []}',
                           1),
        "deep_in_line": (b'{"node": ' + node + DEEP * b"[" + DEEP * b"]" + b"}}\n", 1),
        "deep_at_top": (DEEP * b"[" + DEEP * b"]", 1),
        "deep_unclosed": (b'{"nodes": [\n' + node + DEEP * b'{"x": [', 2),
        "deep_closing": (b'{"nodes": [' + DEEP * b"]", 1),
    }

    def judge_of(name, data, line):
        def judge(program, folder):
            return judge_told(program, write(folder, name, data), ("json-syntax", line))
        judge.__name__ = name
        return judge

    return [judge_of(name, data, line) for name, (data, line) in files.items()]


def long_records():
    """Records of 20 MiB are not read; those behind them are."""
    text = 20 * MIB * b"x"
    last = b'{"id": "b", "kind": "x"}'

    def long_record(program, folder):
        path = write(folder, "long.json", b'{"nodes": [\n{"id": "a", "kind": "farmer", "name": "', text,
                     b'"},\n', last, b'],\n"links": []}\n')
        return judge_told(program, path, ("record-too-long", 2), ("unknown-value", 3))

    def long_line(program, folder):
        path = write(folder, "long.jsonl", b'{"node": {"id": "c", "kind": "farmer"}}\n',
                     b'{"node": {"id": "a", "name": "', text,
                     b'"}}\n{"node": ', last, b"}\n")
        return judge_told(program, path, ("record-too-long", 2), ("unknown-value", 3))

    def long_of_small_parts(program, folder):
        path = write(folder, "parts.json", b'{"nodes": [\n{"id": "a", "kind": "farmer", "x": [',
                     4 * MIB * b"1, 2, ", b"3]},\n", last, b'],\n"links": []}\n')
        return judge_told(program, path, ("record-too-long", 2), ("unknown-value", 3))

    return [long_record, long_line, long_of_small_parts]


def long_text_unclosed(program, folder):
    path = write(folder, "unclosed.json", b'{"nodes": [\n{"id": "a", "name": "', 17 * MIB * b"x")
    complaints = judge_told(program, path, ("record-too-long", 2))
    return complaints if judge_told(program, path, ("json-syntax", 2)) else []


# --- very many problems

def write_unknown(folder):
    links = b",\n".join(b'{"source": "a", "target": "n%06d"}' % number for number in range(UNKNOWN))
    nodes = b'{"nodes": [{"id": "a", "kind": "farmer"}, {"id": "n1", "kind": "farmer"}],\n'
    return write(folder, "unknown.json", nodes, b'"links": [\n', links, b"]}\n")


def many_unknown(program, folder):
    """As a table: the first thousand."""
    path = write_unknown(folder)
    begun = time.monotonic()
    outcome = program.run("check", path, "--format", "json")
    elapsed_s = time.monotonic() - begun
    rows, complaints = problems_of(outcome, path)
    listed = [row for row in rows if row["code"] == "unknown-node" and row["line"] is not None]
    complaints += judge_any(outcome, 1)
    if elapsed_s > FAST_S:
        complaints.append(f"takes {elapsed_s:.1f} s")
    if len(listed) != LISTED or [row["pointer"] for row in listed[:2]] != ["/links/0/target",
                                                                           "/links/1/target"]:
        complaints.append(f"lists {len(listed)} problems, not the first {LISTED}")
    return complaints


def many_unknown_in_text(program, folder):
    """As lines: the first thousand, and the number of the rest."""
    path = write_unknown(folder)
    complaints = []
    for command, status in (("check", 1), ("analyze", 3)):
        outcome = program.run(command, path, *(("--format", "table") if command == "check" else ()))
        complaints += judge_any(outcome, status) + judge_text(outcome.output, "standard output")
        lines = outcome.texts.splitlines()
        listed = sum("/target: " in line for line in lines)
        digits = "".join(character for character in outcome.texts if character not in ",. \u00a0\u202f")
        if listed != LISTED or str(UNKNOWN - LISTED) not in digits:
            complaints.append(f"{command} lists {listed} problems and does not number the rest")
    return complaints


# --- outputs that cannot be written

def full_device(program, folder):
    """A full disk is noticed, even by a small output; the device stays what it is."""
    path = write(folder, "good.json", GOOD)
    complaints = judge_any(program.run("analyze", path, "-o", "/dev/full"), 4)
    if not stat.S_ISCHR(os.stat("/dev/full").st_mode):
        complaints.append("/dev/full is replaced by a file")
    for arguments in (("analyze", path), ("analyze", path, "--format", "table"),
                      ("check", path, "--format", "json"),
                      ("check", path), ("list",)):
        with open("/dev/full", "wb") as device:
            complaints += [f"{' '.join(arguments)}: {complaint}"
                           for complaint in judge_any(program.run(*arguments, stdout=device), 4)]
    return complaints


def missing_folder(program, folder):
    path = write(folder, "good.json", GOOD)
    complaints = judge_any(program.run("analyze", path, "-o", os.path.join(folder, "missing", "out.json")), 4)
    complaints += judge_any(program.run("analyze", path, "-o", folder), 4)
    if os.listdir(folder) != ["good.json"]:
        complaints.append(f"leaves files: {sorted(os.listdir(folder))}")
    return complaints
