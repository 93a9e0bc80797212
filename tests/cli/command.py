"""Running the command, and a unittest runner whose last line says how many passed."""
import os
import pathlib
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("VCLINK_BUILD", ROOT / "build"))
VCLINK = os.path.abspath(os.environ.get("VCLINK", BUILD / "vclink"))
SKIPPED = 77  # what ctest takes for "skipped"

# A farmer, its cooperative, and the one buyer.
SMALL = """{"format": "vclink", "version": 1,
 "graph": {"name": "Tân Lạc 2023", "as_of": "2023-12-31", "currency": "VND"},
 "products": [{"id": "pomelo", "name": "Bưởi đỏ", "name_en": "Red pomelo"}],
 "nodes": [{"id": "f1", "kind": "farmer", "products": ["pomelo"]},
           {"id": "c1", "kind": "cooperative", "name": "HTX Đông Lai"},
           {"id": "e1", "kind": "enterprise"}],
 "links": [{"source": "f1", "target": "c1", "kind": "membership"},
           {"source": "c1", "target": "e1", "kind": "supply", "product": "pomelo"}]}
"""


def environment(**changes):
    """The tests' own environment: no locale, colour or terminal of whoever runs them."""
    kept = ("PATH", "HOME", "TMPDIR", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS")
    env = {name: os.environ[name] for name in kept if name in os.environ}
    env.setdefault("LSAN_OPTIONS", f"suppressions={ROOT}/tests/support/leaks.supp:print_suppressions=0")
    env["LC_ALL"] = "C.UTF-8"
    env.update(changes)
    return {name: value for name, value in env.items() if value is not None}


def run(*args, stdin=b"", cwd=None, env=None, stdout=subprocess.PIPE):
    return subprocess.run([VCLINK, *map(str, args)], input=stdin, cwd=cwd, check=False,
                          env=env or environment(), stdout=stdout, stderr=subprocess.PIPE)


def report(passed, failed, skipped):
    """Prints the last line of a test script and gives its exit status."""
    print(f"{passed} passed, {failed} failed, {skipped} skipped", flush=True)
    if failed:
        return 1
    return SKIPPED if skipped and not passed else 0


def main():
    """Runs the unittest cases of the script that was started."""
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite)
    failed = len(result.failures) + len(result.errors)
    skipped = len(result.skipped)
    passed = result.testsRun - len({t.id() for t, _ in result.failures + result.errors}) - skipped
    sys.exit(report(passed, failed, skipped))
