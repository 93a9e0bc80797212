"""Many small changes of a small valid dataset: every beginning of it, and thousands of single bytes altered.

Whatever comes of them, the program must end by itself, with its data fine (exit 0) or in error (exit 1).
"""
import os
import random
import tempfile

from program import judge_any, problems_of

SEED = 20231231
MUTATIONS = 1000     # of each of the two forms
SHOWN = 5            # complaints of one task
BYTES = b'"\\{}[],: \n\r\t\x00\x1f\x7f\x80\xbf\xc3\xe1\xed\xf0\xff0123456789-+.eEtfnu*/\'#'

DOCUMENT = """{"format": "vclink", "version": 1, "directed": true,
"graph": {"name": "Tân Lạc", "as_of": "2023-12-31"},
"products": [{"id": "p", "name": "Bưởi \\u0111ỏ"}], "places": [{"id": 17, "lat": 20.61}],
"nodes": [
{"id": "f", "kind": "farmer", "count": 40, "products": ["p"], "x": [null, {"y": 1.5e3}]},
{"id": "c", "kind": "cooperative", "members": 65, "products": [{"product": "p", "ocop": [4]}], "place": "17"},
{"id": "e", "kind": "enterprise"}],
"links": [
{"source": "f", "target": "c"},
{"source": "c", "target": "e", "product": "p", "volume_kg": 80, "start": "2021-01-01"}]}
""".encode()

LINES = """{"graph": {"name": "Tân Lạc", "as_of": "2023-12-31"}}
{"product": {"id": "p", "name": "Bưởi \\u0111ỏ"}}
{"node": {"id": "f", "kind": "farmer", "count": 40, "products": ["p"], "x": {"y": [1.5e3, null]}}}
{"node": {"id": "c", "kind": "cooperative", "members": 65, "sells": true}}

{"link": {"source": "f", "target": "c", "contract": "oral"}}
{"link": {"source": "c", "target": "e", "product": "p", "volume_kg": 80}}
{"node": {"id": "e", "kind": "enterprise"}}
""".encode()

FORMS = {"document": DOCUMENT, "lines": LINES}


def tasks():
    told = []
    for form, data in FORMS.items():
        told.append((f"beginnings-of-{form}", judge_all(beginnings(data, form))))
        changed = list(mutations(data, form))
        half = len(changed) // 2
        told.append((f"mutations-of-{form}-1", judge_all(changed[:half])))
        told.append((f"mutations-of-{form}-2", judge_all(changed[half:])))
    return told


def beginnings(data, form):
    """(what it is, bytes, exit statuses that it may end with)."""
    whole = len(data.rstrip())
    for size in range(len(data) + 1):
        if size >= whole:
            statuses = (0,)
        elif form == "document" or size == 0:
            statuses = (1,)
        else:
            statuses = (0, 1)
        yield f"the first {size} bytes", data[:size], statuses


def mutations(data, form):
    chance = random.Random(f"{SEED}/{form}")
    for _ in range(MUTATIONS):
        at = chance.randrange(len(data))
        byte = chance.choice(BYTES) if chance.random() < 0.7 else chance.randrange(256)
        yield f"byte {at} as 0x{byte:02X}", data[:at] + bytes([byte]) + data[at + 1:], (0, 1)


def judge_all(changed):
    changed = list(changed)

    def judge(program):
        complaints = []
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "changed")
            for what, data, statuses in changed:
                with open(path, "wb") as file:
                    file.write(data)
                complaints += [f"{what}: {complaint}" for complaint in judge_one(program, path, statuses)]
        more = len(complaints) - SHOWN
        return complaints[:SHOWN] + ([f"and {more} more"] if more > 0 else [])

    return judge


def judge_one(program, path, statuses):
    outcome = program.run("check", path, "--format", "json")
    rows, complaints = problems_of(outcome, path)
    complaints = judge_any(outcome, *statuses) + complaints
    if not complaints and outcome.status != any(row["severity"] == "error" for row in rows):
        complaints.append(f"exit {outcome.status} does not go with what is told")
    return complaints
