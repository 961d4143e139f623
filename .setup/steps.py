"""Set-up as a list of steps: each says what it does, shows that it moves, and is skipped when its inputs have not changed.

Only the standard library is used, and no syntax newer than Python 3.8, so that an old interpreter
gets as far as the sentence that asks for a newer one.
"""

import hashlib
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STATE = Path(os.environ.get("STATE_DIR") or ROOT / ".state")
HEARTBEAT_SECONDS = 5


class Stop(Exception):
    """Set-up cannot go on; the message is the sentence the person reads."""


def say(text=""):
    print(text, flush=True)


def checksum(*paths, also=""):
    """One hexadecimal SHA-256 over the names and contents of files and folders, and a text."""
    digest = hashlib.sha256(also.encode())
    for path in paths:
        files = [path] if path.is_file() else sorted(f for f in path.rglob("*") if f.is_file())
        for file in files:
            if "__pycache__" in file.parts:
                continue
            digest.update(str(file.relative_to(ROOT)).encode() + b"\0")
            digest.update(file.read_bytes() + b"\0")
    return digest.hexdigest()


class Stamp:
    """Remembers in a file which inputs a step last ended well on."""

    def __init__(self, file, value):
        self.file, self.value = Path(file), value

    def holds(self):
        return self.file.is_file() and self.file.read_text().strip() == self.value

    def set(self):
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_text(self.value + "\n")


def _show_progress(lines, done, started):
    """Tell that a quiet command still runs: one moving line on a terminal, a line now and then in a log."""
    last = time.monotonic()
    while not done.wait(0.2):
        seconds = int(time.monotonic() - started)
        latest = lines[-1].strip()[:70] if lines else ""
        if sys.stdout.isatty():
            print(f"\r\033[K    {seconds:3d} s  {latest}", end="", flush=True)
        elif time.monotonic() - last >= HEARTBEAT_SECONDS:
            say(f"    {seconds:3d} s  {latest}")
            last = time.monotonic()
    if sys.stdout.isatty():
        print("\r\033[K", end="", flush=True)


def run(command, what, env=None, hints=()):
    """Run a command quietly, showing that it moves; where it fails, stop with its last lines and a sentence.

    ``hints`` are pairs (text to look for in the output, sentence that helps).
    """
    started = time.monotonic()
    try:
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=str(ROOT),
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
    except OSError as error:
        raise Stop(f"{what}: {command[0]} could not be started ({error.strerror}).") from None
    lines, done = [], threading.Event()
    progress = threading.Thread(target=_show_progress, args=(lines, done, started), daemon=True)
    progress.start()
    try:
        for line in process.stdout:
            if line.strip():
                lines.append(line.rstrip())
        code = process.wait()
    finally:
        done.set()
        progress.join()
        if process.poll() is None:
            process.terminate()
    if code:
        text = "\n".join(lines)
        advice = next((sentence for sign, sentence in hints if sign in text), "")
        raise Stop("\n".join([f"{what} failed. Its last lines:", *lines[-15:], advice]).rstrip())
    return lines


def step(title, stamp, work):
    """Do a step unless its stamp holds; set the stamp when it ended well."""
    if stamp is not None and stamp.holds():
        return False
    say(f"· {title}")
    work()
    if stamp is not None:
        stamp.set()
    return True


def main(function):
    """Run a script's function so that whoever started it reads a sentence, not a traceback."""
    try:
        code = function() or 0
    except Stop as stop:
        sys.stdout.flush()
        print(f"\n{stop}", file=sys.stderr, flush=True)
        code = 1
    except KeyboardInterrupt:
        say()
        code = 130
    sys.exit(code)
