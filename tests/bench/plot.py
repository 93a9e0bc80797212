"""Draws the figures of a benchmark as SVG: the same figures give the same bytes. Bars on a
logarithmic scale, with a whisker from the least to the most of the rounds."""
import math
from xml.sax.saxutils import escape

NAMES, PANEL, GAP, ROW, TOP = 250, 300, 90, 22, 70
COLOURS = ("#2a6f97", "#9a9a9a")    # ours, others


def text(x, y, words, anchor="start", weight="normal", size=12):
    return (f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-weight="{weight}" '
            f'font-size="{size}">{escape(words)}</text>')


def line(x1, y1, x2, y2, colour, width=1.0):
    return (f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" '
            f'stroke-width="{width:.1f}"/>')


def plain(value):
    """At most three digits that count."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


class Panel:
    """One column of bars; `values` are (least, median, most) or None."""

    def __init__(self, left, title, values):
        known = [v for v in values if v is not None and v[1] > 0]
        self.left, self.title = left, title
        self.low = math.floor(math.log10(min((v[0] for v in known), default=1.0) * 0.999))
        self.high = math.ceil(math.log10(max((v[2] for v in known), default=10.0)))
        self.high = max(self.high, self.low + 1)

    def x(self, value):
        part = (math.log10(value) - self.low) / (self.high - self.low)
        return self.left + PANEL * min(1.0, max(0.0, part))

    def frame(self, bottom):
        yield text(self.left, TOP - 24, self.title, weight="bold")
        for power in range(self.low, self.high + 1):
            x = self.x(10.0 ** power)
            yield line(x, TOP - 4, x, bottom, "#dddddd")
            yield text(x, TOP - 8, f"{10.0 ** power:,g}", anchor="middle", size=10)

    def bar(self, y, value, colour):
        least, median, most = value
        end, middle = self.x(median), y + ROW / 2 - 3
        yield (f'<rect x="{self.left:.1f}" y="{y:.1f}" width="{end - self.left:.1f}" '
               f'height="{ROW - 6}" fill="{colour}"/>')
        yield line(self.x(least), middle, self.x(most), middle, "#111111", 1.5)
        yield text(max(end, self.x(most)) + 5, middle + 4, plain(median), size=11)


def rows_of(groups):
    """(y, heading or None, name, is ours, time, memory) for each line of the picture."""
    y = TOP + 4
    for heading, bars in groups:
        yield y, heading, None
        y += ROW
        for bar in bars:
            yield y, None, bar
            y += ROW
        y += 10


def svg(title, time, groups):
    """`time` says which; `groups` are (heading, bars); a bar is (name, is ours, time, memory), where
    time is in times of `wc -l` and memory in bytes a farmer, each (least, median, most) or None."""
    bars = [bar for _, some in groups for bar in some]
    panels = [Panel(NAMES, time + ", in times of wc -l", [bar[2] for bar in bars]),
              Panel(NAMES + PANEL + GAP, "peak of memory, in bytes a farmer",
                    [bar[3] for bar in bars])]
    rows = list(rows_of(groups))
    height = rows[-1][0] + ROW + 20 if rows else TOP + 20
    width = NAMES + 2 * PANEL + GAP + 80
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
             f'viewBox="0 0 {width} {height}" font-family="sans-serif" role="img">',
             f"<title>{escape(title)}</title>",
             f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
             text(12, 24, title, weight="bold", size=14)]
    for panel in panels:
        parts.extend(panel.frame(height - 16))
    for y, heading, bar in rows:
        if heading is not None:
            parts.append(text(12, y + 13, heading, weight="bold"))
            continue
        parts.append(text(NAMES - 10, y + 13, bar[0], anchor="end"))
        for panel, value in zip(panels, bar[2:]):
            if value is not None and value[1] > 0:
                parts.extend(panel.bar(y, value, COLOURS[0 if bar[1] else 1]))
    return "\n".join([*parts, "</svg>", ""])
