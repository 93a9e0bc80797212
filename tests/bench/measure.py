"""Runs a process and tells what it took; describes the machine."""
import os
import signal
import subprocess
import tempfile
from dataclasses import dataclass


@dataclass
class Run:
    elapsed_s: float
    cpu_s: float    # of all threads, in user mode and in the system
    peak: int       # bytes resident at the most, pages of mapped files included
    status: str     # "0", another exit status, "SIGSEGV" …, or "too slow"


def status_of(wait_status):
    code = os.waitstatus_to_exitcode(wait_status)
    return str(code) if code >= 0 else signal.Signals(-code).name


class Meter:
    """Runs processes by the program `measured`."""

    def __init__(self, programs):
        self.measured = programs / "measured"

    def run(self, command, limit_s=0, limit_bytes=0, stdout=subprocess.DEVNULL):
        """igraph's OpenMP is held to one thread: more of them make its PageRank slower."""
        with tempfile.TemporaryFile() as report:
            words = [self.measured, int(limit_s), int(limit_bytes), *command]
            subprocess.run(["/bin/sh", "-c", f'exec "$@" 3>&{report.fileno()}', "sh",
                            *(str(word) for word in words)], stdout=stdout, check=True,
                           stderr=subprocess.DEVNULL, pass_fds=[report.fileno()],
                           env={**os.environ, "OMP_NUM_THREADS": "1", "LC_ALL": "C.UTF-8"})
            report.seek(0)
            elapsed_s, cpu_s, peak, status, late = report.read().decode().split()
        return Run(float(elapsed_s), float(cpu_s), int(peak),
                   "too slow" if late == "1" else status_of(int(status)))


def first_line(*command):
    try:
        result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                check=False)
        return result.stdout.decode("utf-8", "replace").splitlines()[0].strip()
    except (OSError, IndexError):
        return "unknown"


def field(path, key):
    """What stands behind `key:` in a file of /proc."""
    try:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                name, _, value = line.partition(":")
                if name.strip() == key:
                    return value.strip()
    except OSError:
        pass
    return "unknown"


def package(name):
    return first_line("dpkg-query", "--show", "--showformat=${Version}", name)


def machine():
    """Pairs of what and which."""
    memory = field("/proc/meminfo", "MemTotal").split()[0]
    memory = f"{int(memory) / 2**20:.1f} GiB" if memory.isdigit() else memory
    libraries = ["libigraph-dev", "python3-igraph", "python3-networkx", "libjansson-dev",
                 "libsimdjson-dev", "coreutils"]
    return [("processor", f"{field('/proc/cpuinfo', 'model name')}, {os.cpu_count()} cores"),
            ("cache", field("/proc/cpuinfo", "cache size")),
            ("memory", memory),
            ("kernel", " ".join(os.uname()[i] for i in (0, 2, 4))),
            ("compilers", f"{first_line('cc', '--version')}; {first_line('c++', '--version')}"),
            ("python", first_line("/usr/bin/python3", "--version")),
            ("packages", ", ".join(f"{name} {package(name)}" for name in libraries)),
            ("busy before", f"load {os.getloadavg()[0]:.2f}")]
