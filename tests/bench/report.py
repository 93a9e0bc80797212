"""Tables of what was measured, in Markdown that is aligned and so reads in a terminal too; and what
the project wants to reach."""
from contest import Spread


def digits(value, count=3):
    """At least `count` digits that count."""
    if value == 0:
        return "0"
    places = max(0, count - 1 - _power(value))
    return f"{value:,.{places}f}"


def _power(value):
    power = 0
    while value >= 10:
        value, power = value / 10, power + 1
    while 0 < value < 1:
        value, power = value * 10, power - 1
    return power


def with_spread(value):
    """The median (least–most)."""
    if value is None:
        return ""
    return f"{digits(value.median)} ({digits(value.least)}–{digits(value.most)})"


def table(heads, rows):
    """The first column to the left, the others to the right."""
    lines = [heads, *rows]
    widths = [max(len(row[i]) for row in lines) for i in range(len(heads))]

    def written(row):
        cells = [row[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(row[1:], widths[1:]))]
        return "| " + " | ".join(cells) + " |"

    rule = ["-" * widths[0], *("-" * (w - 1) + ":" for w in widths[1:])]
    return "\n".join([written(heads), written(rule), *(written(row) for row in rows)])


def megabytes(size):
    return f"{size / 1e6:,.0f}"


def row_of(result, base, farmers):
    contender = result.contender
    if result.status != "0":
        return [contender.label, "status " + result.status, "", "", "", ""]
    against = result.against(base) if base is not None else None
    return [contender.label, digits(result.elapsed().median), digits(result.cpu().median),
            with_spread(against), megabytes(result.peaks().median),
            digits(result.peaks().median / farmers)]


def table_of(results, base, farmers, first="program", against="times `wc -l` (least–most)"):
    heads = [first, "time s", "CPU s", against, "peak MB", "bytes a farmer"]
    return table(heads, [row_of(result, base, farmers) for result in results])


def bars_of(results, base, farmers):
    """What plot.svg takes."""
    for result in results:
        if result.status == "0" and result is not base:
            peaks = result.peaks()
            yield (result.contender.label, result.contender.ours, result.against(base),
                   Spread(*(peak / farmers for peak in peaks)))


# ---- what is wanted ----

def target(what, value, most, farmers=None):
    """A row, or none where it was not measured."""
    if value is None:
        return []
    median = value.median if isinstance(value, Spread) else value
    shown = with_spread(value) if isinstance(value, Spread) else digits(value)
    at = "" if farmers is None else f"{farmers:,}"
    return [[what, at, shown, f"≤ {most:g}", "yes" if median <= most else "NO"]]


def by_name(results):
    return {result.contender.name: result for result in results if result.status == "0"}


def ratio(named, one, other):
    if one not in named or other not in named:
        return None
    return named[one].against(named[other])


def size_targets(farmers, results):
    named = by_name(results)
    yield from target("analyze against `wc -l`", ratio(named, "analyze", "wc"), 14, farmers)
    yield from target("analyze on two threads against `wc -l`", ratio(named, "analyze-2", "wc"),
                      10, farmers)
    yield from target("analyze against igraph from Python",
                      ratio(named, "analyze", "python-igraph"), 0.05, farmers)
    for name in ("analyze", "analyze-2"):
        if name in named:
            peak = named[name].peaks().median / farmers
            yield from target(f"peak of {name}, bytes a farmer", peak, 75, farmers)


def growth_targets(sizes):
    """From the smallest to the largest file; wanted is 11 for ten times the farmers."""
    if len(sizes) < 2:
        return
    least, most = min(sizes), max(sizes)
    wanted = 1.1 * most / least
    small, large = by_name(sizes[least]), by_name(sizes[most])
    for name in ("check", "analyze", "analyze-2"):
        if name in small and name in large:
            span = f"{name} from {least:,} to {most:,}: "
            time = large[name].times().median / small[name].times().median
            peak = large[name].peaks().median / small[name].peaks().median
            yield from target(span + "time", time, wanted)
            yield from target(span + "memory", peak, wanted)


def form_targets(forms):
    """`forms` are results of analyze by the form of the file."""
    for form, other, most in [("shuffled", "natural", 1.7), ("escaped", "natural", 3),
                              ("natural", "compact", 1.5)]:
        if form in forms and other in forms:
            name = {"natural": "spaced"}.get(form, form)
            yield from target(f"analyze {name} against {other}",
                              forms[form].against(forms[other]), most)


def target_table(rows):
    return table(["wanted", "farmers", "measured", "at most", "reached"], rows)
