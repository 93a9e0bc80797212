#!/usr/bin/python3
"""Draw which share of each district's cooperatives has a buyer.

    vclink analyze DATASET --format json -o metrics.json
    coverage_by_district.py metrics.json [-o coverage.png] [--kind cooperative] [--level district]

Reads the coverage table of the metrics, prints the rows of one kind of actor and one level of place,
and draws them as horizontal bars: `rate_of_all`, the covered among all on the books.
Exit status: 2 wrong usage, 3 not such metrics, 4 a file could not be read or written.
"""
import argparse
import io
import json
import sys
import unicodedata

KINDS = {"farmer": "households", "group": "groups", "cooperative": "cooperatives", "union": "unions"}
COLUMNS = {"scope", "key", "kind", "total", "covered", "rate_of_all"}
BAR_COLOUR = "#2a7f62"


class Failure(Exception):
    """What went wrong, in words for the user, and the exit status."""

    def __init__(self, status, message):
        super().__init__(message)
        self.status = status


# --- compute

def coverage_rows(metrics):
    if not isinstance(metrics, dict) or metrics.get("format") != "vclink-metrics":
        raise Failure(3, "not the output of `vclink analyze --format json`")
    tables = metrics.get("tables")
    rows = tables.get("coverage") if isinstance(tables, dict) else None
    if not isinstance(rows, list):
        raise Failure(3, "no coverage table: run `vclink analyze FILE coverage --format json`")
    for row in rows:
        missing = COLUMNS - set(row if isinstance(row, dict) else ())
        if missing:
            raise Failure(3, f"a coverage row lacks {', '.join(sorted(missing))}")
    return rows


def select_places(rows, kind, level):
    """The rows of one kind and level; of all places if the metrics do not tell their levels."""
    chosen = [row for row in rows if row["scope"] == "place" and row["kind"] == kind
              and row["rate_of_all"] is not None]
    if not chosen:
        raise Failure(3, f"no place has {KINDS[kind]} in its coverage")
    levels = sorted({row["level"] for row in chosen if row.get("level")})
    if not levels:
        print("the metrics do not tell the level of a place: all places are shown", file=sys.stderr)
        return in_order(chosen)
    if level not in levels:
        raise Failure(3, f"no place of the level {level}; there are: {', '.join(levels)}")
    return in_order(row for row in chosen if row.get("level") == level)


def in_order(rows):
    """The best covered first, equal ones by id."""
    return sorted(rows, key=lambda row: (-row["rate_of_all"], row["key"]))


def label(row):
    return unicodedata.normalize("NFC", row.get("name") or row["key"])


# --- present

def as_text(rows, kind):
    width = max(len(label(row)) for row in rows)
    lines = [f"{'':{width}}  covered  {KINDS[kind]:>12}  rate_of_all"]
    lines += [f"{label(row):{width}}  {row['covered']:>7}  {row['total']:>12}  "
              f"{row['rate_of_all']:>11.1%}" for row in rows]
    return "\n".join(lines)


def as_png(rows, kind, title):
    """The bytes of the picture: the same for the same rows, since nothing of the day goes in."""
    import matplotlib
    matplotlib.use("Agg")
    matplotlib.rcdefaults()
    matplotlib.rcParams["font.family"] = "DejaVu Sans"    # it has all Vietnamese letters
    from matplotlib import pyplot
    from matplotlib.ticker import PercentFormatter

    figure, axes = pyplot.subplots(figsize=(8, 1.2 + 0.4 * len(rows)), layout="constrained")
    places = range(len(rows))    # by position, since two communes may share a name
    bars = axes.barh(places, [row["rate_of_all"] for row in rows], color=BAR_COLOUR)
    axes.set_yticks(places, [label(row) for row in rows])
    axes.bar_label(bars, [f"{row['covered']} of {row['total']}" for row in rows], padding=4)
    axes.invert_yaxis()
    axes.set_xlim(0, min(1.15, 1.25 * max(row["rate_of_all"] for row in rows) + 0.02))
    axes.xaxis.set_major_formatter(PercentFormatter(1.0))
    axes.set_xlabel(f"covered share of all {KINDS[kind]}")
    axes.set_title(title, loc="left")
    axes.spines[["top", "right"]].set_visible(False)

    picture = io.BytesIO()
    figure.savefig(picture, format="png", dpi=150, metadata={"Software": None})
    pyplot.close(figure)
    return picture.getvalue()


def title_of(metrics, kind):
    dataset = metrics.get("dataset") or {}
    name = unicodedata.normalize("NFC", dataset.get("name") or "")
    as_of = f", {dataset['as_of']}" if dataset.get("as_of") else ""
    return f"{name or 'Coverage'}{as_of}: {KINDS[kind]} with a buyer"


# --- files

def read_metrics(path):
    try:
        if path == "-":
            text = sys.stdin.buffer.read()
        else:
            with open(path, "rb") as file:
                text = file.read()
    except OSError as error:
        raise Failure(4, f"cannot read: {error.strerror}") from error
    try:
        return json.loads(text)
    except ValueError as error:
        raise Failure(3, f"not JSON: {error}") from error


def write_picture(path, picture):
    try:
        with open(path, "wb") as file:
            file.write(picture)
    except OSError as error:
        raise Failure(4, f"cannot write {path}: {error.strerror}") from error


def read_options():
    parser = argparse.ArgumentParser(
        description="Draw which share of each district's cooperatives has a buyer.")
    parser.add_argument("metrics", metavar="METRICS.json",
                        help="the output of `vclink analyze --format json`; - is standard input")
    parser.add_argument("-o", "--output", metavar="FILE", default="coverage.png",
                        help="the picture (default: %(default)s)")
    parser.add_argument("--kind", choices=KINDS, default="cooperative",
                        help="the actors to count (default: %(default)s)")
    parser.add_argument("--level", default="district",
                        help="the level of place to show (default: %(default)s)")
    return parser.parse_args()


def main():
    options = read_options()
    sys.stdout.reconfigure(encoding="utf-8")
    sys.stderr.reconfigure(encoding="utf-8")
    try:
        metrics = read_metrics(options.metrics)
        rows = select_places(coverage_rows(metrics), options.kind, options.level)
        picture = as_png(rows, options.kind, title_of(metrics, options.kind))
        write_picture(options.output, picture)
        print(as_text(rows, options.kind))
    except Failure as failure:
        print(f"{options.metrics}: {failure}", file=sys.stderr)
        return failure.status
    return 0


if __name__ == "__main__":
    sys.exit(main())
