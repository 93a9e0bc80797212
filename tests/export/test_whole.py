#!/usr/bin/python3
"""Outputs are whole or not at all: when the disk is full, when the process is killed at any moment,
and when a system call fails, a target keeps its old content or has its new one, byte for byte, and
nothing else stays that the next run does not sweep away.

Moments: strace, where there is one, kills or fails the run at the 1st, 2nd, 3rd ... call of each kind
that changes files, until one run goes through; without it, random moments."""
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))
import command  # noqa: E402

DATASET = command.ROOT / "datasets" / "tan-lac-2023" / "tan-lac-2023.json"
# What a run is asked for, and the name of what it writes.
TARGETS = {
    "json": (["analyze", DATASET, "--format", "json"], "out.json"),
    "graphml": (["export", DATASET, "--to", "graphml"], "out.graphml"),
    "xlsx": (["export", DATASET, "--to", "xlsx"], "out.xlsx"),
    "csv": (["export", DATASET, "--to", "csv"], "out"),
}
CHANGING = ("write", "fsync", "rename", "renameat2", "mkdir", "unlink", "unlinkat", "rmdir")


def content(path):
    """What stands at `path`: the bytes of a file, or those of every file of a folder."""
    if path.is_dir():
        return {entry.name: entry.read_bytes() for entry in path.iterdir()}
    return path.read_bytes() if path.exists() else None


def can_trace():
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], check=False,
                          capture_output=True).returncode == 0


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="vclink."))
        self.begin()

    def begin(self):
        """Empty folders to work in, for temporary files and for outputs."""
        begun = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        self.scratch = begun / "scratch"
        self.work = begun / "work"
        self.scratch.mkdir()
        self.work.mkdir()

    def tearDown(self):
        shutil.rmtree(self.folder)

    def arguments(self, name, new):
        asked, target = TARGETS[name]
        without = ["--without", "dn-001"] if new else []
        return [*map(str, asked), *without, "-q", "-o", str(self.work / target)]

    def environment(self, **changes):
        # Leaks cannot be looked for in a process that is traced.
        return command.environment(TMPDIR=str(self.scratch), ASAN_OPTIONS="detect_leaks=0",
                                   **changes)

    def run_it(self, name, new, before=(), **options):
        return subprocess.run([*before, command.VCLINK, *self.arguments(name, new)], check=False,
                              env=self.environment(), capture_output=True, timeout=100, **options)

    def contents(self, name):
        """The old content and the new one; the new one stands afterwards."""
        found = []
        for new in (False, True):
            done = self.run_it(name, new)
            self.assertEqual(done.returncode, 0, done.stderr)
            found.append(content(self.target(name)))
        self.assertNotEqual(*found)
        return found

    def target(self, name):
        return self.work / TARGETS[name][1]

    def restore(self, name):
        done = self.run_it(name, False)
        self.assertEqual(done.returncode, 0, done.stderr)

    def assert_swept(self, name):
        """After a run that went through nothing else is left."""
        self.assertEqual([p.name for p in self.work.iterdir()], [TARGETS[name][1]])
        self.assertEqual(list(self.scratch.iterdir()), [])


def small_disk():
    """A file may hold 3,000 bytes, as on a disk that is full."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))


class FullDisk(Case):
    def test_the_old_content_stays(self):
        for name in TARGETS:
            with self.subTest(name):
                self.begin()
                old, _ = self.contents(name)
                self.restore(name)
                done = self.run_it(name, True, preexec_fn=small_disk)
                self.assertEqual(done.returncode, 4, done.stderr)
                self.assertEqual(content(self.target(name)), old)
                self.assert_swept(name)

    def test_on_a_real_disk_that_is_full(self):
        disk = self.folder / "disk"
        disk.mkdir()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=32k", "tmpfs", str(disk)],
                                 check=False, capture_output=True)
        if mounted.returncode != 0:
            self.skipTest("mounting a small disk needs root")
        try:
            for name in TARGETS:
                with self.subTest(name):
                    self.begin()
                    asked, target = TARGETS[name]
                    done = command.run(*asked, "-q", "-o", disk / target, env=self.environment())
                    self.assertEqual(done.returncode, 4, done.stderr)
                    self.assertEqual(list(disk.iterdir()), [])
            asked, target = TARGETS["xlsx"]
            done = command.run(*asked, "-q", "-o", self.work / target,
                               env=command.environment(TMPDIR=str(disk)))
            self.assertEqual(done.returncode, 4, done.stderr)
            self.assertEqual(list(self.work.iterdir()), [])
            self.assertEqual(list(disk.iterdir()), [])
        finally:
            subprocess.run(["umount", str(disk)], check=True)


def moments_of_a_run():
    """1, 2, 3 ... 10, and on in steps of a quarter: who writes much writes alike."""
    nth = 0
    while nth < 100000:
        nth += max(1, nth // 4 - 1)
        yield nth


@unittest.skipUnless(can_trace(), "needs strace")
class EveryMoment(Case):
    def at_every_call(self, name, calls, fault):
        """Runs with the fault at the n-th of each kind of call, n = 1, 2, ... until one ends well."""
        old, new = self.contents(name)
        moments = 0
        for call in calls:
            for nth in moments_of_a_run():
                if content(self.target(name)) != old:
                    self.restore(name)
                done = self.run_it(name, True, before=(
                    "strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e",
                    f"inject={call}:{fault.format(nth)}"))
                now = content(self.target(name))
                self.assertIn(now, (old, new), f"{name}: {call} {nth}")
                if done.returncode == 0:
                    self.assertEqual(now, new, f"{name}: {call} {nth}")
                    break
                moments += 1
            else:
                self.fail(f"{name}: no end of {call}")
        self.restore(name)
        self.assert_swept(name)
        return moments

    def test_killed_at_every_call(self):
        for name in TARGETS:
            with self.subTest(name):
                self.begin()
                self.assertGreater(self.at_every_call(name, CHANGING, "signal=KILL:when={}"), 3)

    def test_interrupted_at_every_call(self):
        for name in ("json", "csv"):
            with self.subTest(name):
                self.begin()
                moments = self.at_every_call(name, CHANGING[1:], "signal=TERM:when={}")
                self.assertGreater(moments, 1)

    def test_the_disk_is_full_from_any_write_on(self):
        for name in TARGETS:
            with self.subTest(name):
                self.begin()
                moments = self.at_every_call(name, ("write",), "error=ENOSPC:when={}+")
                self.assertGreater(moments, 0)

    def test_a_failing_sync_or_rename_is_an_error(self):
        for name in TARGETS:
            for call in ("fsync", "rename"):
                with self.subTest(f"{name}: {call}"):
                    self.begin()
                    old, _ = self.contents(name)
                    self.restore(name)
                    done = self.run_it(name, True, before=(
                        "strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e",
                        f"inject={call}:error=EIO:when=1"))
                    self.assertEqual(done.returncode, 4, done.stderr)
                    self.assertEqual(content(self.target(name)), old)
                    self.assert_swept(name)

    def test_a_folder_is_replaced_where_nothing_can_be_exchanged(self):
        _, new = self.contents("csv")
        self.restore("csv")
        done = self.run_it("csv", True, before=(
            "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=renameat2", "-e",
            "inject=renameat2:error=EINVAL"))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(content(self.target("csv")), new)
        self.assert_swept("csv")

    def test_a_folder_that_is_set_aside_when_the_process_is_killed_comes_back(self):
        old, _ = self.contents("csv")
        self.restore("csv")
        # 1: onto the old one, refused; 2: the old one aside; 3: killed before the new one comes.
        self.run_it("csv", True, before=(
            "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=renameat2,rename", "-e",
            "inject=renameat2:error=EINVAL", "-e", "inject=rename:signal=KILL:when=3"))
        asked, _ = TARGETS["csv"]
        done = command.run(*asked, "-q", "-o", self.target("csv"),
                           env=self.environment(), cwd=self.work)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(content(self.target("csv")), old)
        self.assert_swept("csv")


class AnyMoment(Case):
    def test_killed_at_random_moments(self):
        chance = random.Random(4)
        for name in TARGETS:
            with self.subTest(name):
                self.begin()
                old, new = self.contents(name)
                self.restore(name)
                began = time.monotonic()
                self.run_it(name, True)
                duration = time.monotonic() - began
                for number in (signal.SIGKILL, signal.SIGTERM, signal.SIGINT):
                    for _ in range(20):
                        if content(self.target(name)) != old:
                            self.restore(name)
                        process = subprocess.Popen(
                            [command.VCLINK, *self.arguments(name, True)],
                            env=self.environment(), stderr=subprocess.DEVNULL)
                        time.sleep(duration * chance.uniform(0.3, 1.1))
                        process.send_signal(number)
                        process.wait()
                        self.assertIn(content(self.target(name)), (old, new))
                self.restore(name)
                self.assert_swept(name)


if __name__ == "__main__":
    command.main()
