#!/usr/bin/python3
"""Registers in which cells, rows and columns were spoilt by chance: whatever stands in them, the import
ends in order, loses no row, and a dataset that it writes has no errors. The order of rows does not matter.

    test_mutations.py [RUNS [SEED]]"""
import csv
import io
import pathlib
import random
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "cli")]

import command  # noqa: E402
from test_registers import FATES, ROWS, Outcome  # noqa: E402

DATASET = command.ROOT / "datasets" / "tan-lac-2023" / "tan-lac-2023.json"
RUNS, SEED, ROWS_KEPT = 100, 20251231, 40
ODD = ["", "-", "?", "0", "-1", "1.234", "1,5", "1e400", "999999999999999999999", "12 tấn", "5,9 tỷ", "31/02/2025",
       "31/12/2025", "12/2025", "có", "không", "x", "#REF!", "=1+1", "@a", "'01", "0100109106", "0100109107",
       "HTX", "hợp tác xã", "Tổng cộng", "Ghi chú: a", "II. Xã A", "a; b; c", ";;;", "\u200b", "\u202eabc",
       "o\u0302", "\U0001f34a", "a" * 5000, 'a"b', "a\nb", "*", "17", "155", "null", "Tân Lạc", "TÂN LẠC", "tân  lạc"]


def read(path):
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def written(rows):
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def spoil(rows, chance):
    """Changes a register in one way."""
    kind = chance.randrange(8)
    row = chance.randrange(len(rows))
    column = chance.randrange(len(rows[0]))
    if kind < 4 and len(rows) > 1:  # a cell
        cells = rows[chance.randrange(1, len(rows))]
        cells[column:column + 1] = [chance.choice(ODD)]
    elif kind == 4:  # a heading
        rows[0][column] = chance.choice([*ODD, *rows[0]])
    elif kind == 5:  # a row twice
        rows.insert(row, list(rows[row]))
    elif kind == 6:  # a column less
        for cells in rows:
            if len(cells) > column:
                del cells[column]
        rows[0] = rows[0] or [""]
    else:  # a cell of another row
        other = rows[chance.randrange(len(rows))]
        if column < len(rows[row]) and column < len(other):
            rows[row][column] = other[column]


def run(registers, folder):
    for name, rows in registers.items():
        (folder / name).write_bytes(written(rows))
    done = command.run("import", *sorted(registers), "-o", "out.json", "--log", "log.csv", "--review",
                       "out-review.csv", "--lang", "en", "--decimal", "comma", cwd=folder)
    return Outcome(done, folder)


def problems(registers, folder):
    outcome = run(registers, folder)
    if outcome.status == 3:
        if outcome.written or outcome.stderr.count("\n") != 1:
            yield f"an error that is not one line, or files in spite of it: {outcome.stderr}"
        return
    if outcome.status != 0:
        yield f"status {outcome.status}: {outcome.stderr}"
        return
    counts = outcome.counts()
    if counts[ROWS] != sum(counts[name] for name in FATES):
        yield f"rows are lost: {counts}"
    checked = command.run("check", "out.json", cwd=folder)
    if checked.returncode != 0:
        yield f"the dataset has errors: {checked.stdout.decode()}"


def base(folder):
    """{file: rows}: the registers of a district, the first rows of each."""
    made = pathlib.Path(folder, "registers")
    done = command.run("export", DATASET, "--to", "registers-csv", "-q", "--lang", "vi", "-o", made)
    assert done.returncode == 0, done.stderr
    return {path.name: read(path) for path in sorted(made.iterdir()) if path.name != "guide.csv"}


def shuffled_is_the_same(registers, chance):
    with tempfile.TemporaryDirectory() as folder:
        first = run(registers, pathlib.Path(folder)).data
        for rows in registers.values():
            body = rows[1:]
            chance.shuffle(body)
            rows[1:] = body
        return first == run(registers, pathlib.Path(folder)).data


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else SEED
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        whole = base(folder)
    if not shuffled_is_the_same({name: [list(row) for row in rows] for name, rows in whole.items()},
                                random.Random(seed)):
        failed += 1
        print("FAIL the order of rows changes the dataset")
    for number in range(runs):
        chance = random.Random(seed + number)
        registers = {name: [list(row) for row in rows[:ROWS_KEPT]] for name, rows in whole.items()}
        for _ in range(chance.randrange(1, 30)):
            spoil(registers[chance.choice(sorted(registers))], chance)
        with tempfile.TemporaryDirectory() as folder:
            found = list(problems(registers, pathlib.Path(folder)))
        failed += bool(found)
        if found:
            print("\n".join([f"FAIL {seed + number}", *found])[:3000])
    sys.exit(command.report(runs + 1 - failed, failed, 0))


if __name__ == "__main__":
    main()
