"""Asking shells what they would complete."""
import os
import pty
import re
import select
import shutil
import subprocess
import time

ASK_BASH = """
source "$1"; shift
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_vclink
printf '%s\\n' "${COMPREPLY[@]}"
"""


def run(*args, **more):
    """What a program prints; that it fails or complains is an error."""
    done = subprocess.run([str(arg) for arg in args], capture_output=True, text=True, check=False,
                          timeout=60, **more)
    if done.returncode != 0 or done.stderr:
        raise AssertionError(f"{args}: {done.returncode} {done.stdout}{done.stderr}")
    return done.stdout


def bash_offers(script, words, env):
    """What the function offers for the last of the words, which readline has parted at '='."""
    return run("bash", "--norc", "-c", ASK_BASH, "bash", script, *words, env=env).split()


def fish_offers(script, line, env, cwd):
    """(word, description) of each completion of a line."""
    text = run("fish", "-c", f"source {script}; complete -C {line!r}", env=env, cwd=cwd)
    return [tuple((row + "\t").split("\t")[:2]) for row in text.splitlines()]


class Typist:
    """A shell on a terminal of its own, to whom one types; `vclink` prints what it was given."""

    # Its words must not be found in the echo of what defines it.
    FUNCTION = r"""vclink() { printf 'G''OT'; printf '<%s>' "$@"; echo; }"""

    def __init__(self, args, first, env, cwd):
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(cwd)
            os.execvpe(args[0], args, env)
        self.seen = ""
        self.type(f"PS1='REA''DY> '; {first}; {self.FUNCTION}\n")
        self.wait("READY> ")

    def close(self):
        os.close(self.terminal)
        os.waitpid(self.pid, 0)

    def type(self, text):
        os.write(self.terminal, text.encode())

    def wait(self, pattern):
        """Reads up to the pattern and gives its match."""
        end = time.monotonic() + 30
        while time.monotonic() < end:
            found = re.search(pattern, self.seen)
            if found:
                self.seen = self.seen[found.end():]
                return found
            if select.select([self.terminal], [], [], 1)[0]:
                self.seen += os.read(self.terminal, 65536).decode(errors="replace")
        raise AssertionError(f"no {pattern!r} in {self.seen!r}")

    def arguments(self, line):
        """What the command is given after a line is typed, tabulators and all."""
        self.type(line + "\n")
        found = self.wait(r"GOT((?:<[^>\n]*>)*)\r?\n")[1]
        self.wait("READY> ")
        return re.findall(r"<([^>]*)>", found)


def is_there(shell):
    return shutil.which(shell) is not None
