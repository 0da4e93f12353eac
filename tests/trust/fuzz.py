"""Feed odd inputs to all that reads: `fuzz.py --seed N --count N [--target NAME] [--at INDEX]`.

Every input follows from seed, target and index, so that `--target` and `--at` repeat one. A process
of its own has a gigabyte of memory beyond what it began with, and ten seconds of the processor for
each input; whatever is neither an answer nor a declared error is printed. Ends with 1 then.
"""

from __future__ import annotations

import argparse
import gc
import json
import logging
import mmap
import os
import random
import resource
import signal
import struct
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

# The house of generators of tables stands beside the importers' tests.
sys.path.insert(0, str(Path(__file__).parents[1] / "importers"))

from fuzz_targets import TARGETS_BY_NAME, Room, Target

from ksdesk.storage import session

MEMORY = 1 << 30
SECONDS = 10
RENEW = 200  # inputs of one book


def dice_of(seed: int, name: str, index: int) -> random.Random:
    return random.Random(f"{seed}/{name}/{index}")


def feed(name: str, seed: int, indices: range, place: mmap.mmap, out: int) -> None:
    """In a process of its own: all inputs, the index of the present one in `place`."""
    with TemporaryDirectory(prefix="ksdesk-fuzz-") as folder:
        room = Room(Path(folder))
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        bound = pages * mmap.PAGESIZE + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (bound, bound))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        for index in indices:
            place[:8] = struct.pack("q", index)
            signal.setitimer(signal.ITIMER_PROF, SECONDS)
            try:
                TARGETS_BY_NAME[name].feed(dice_of(seed, name, index), room)
            except Exception:  # noqa: BLE001 - that is what is looked for
                told = json.dumps([index, traceback.format_exc()]) + "\n"
                os.write(out, told.encode())
                room.renew()
            if index % RENEW == RENEW - 1:
                room.renew()
                gc.collect()
        room.book.close()


def run(name: str, target: Target, seed: int, indices: range) -> tuple[dict[str, list[int]], int]:
    """The faults found, each by its last lines, with the indices; how many ended the process."""
    found: dict[str, list[int]] = {}
    ended = 0
    place = mmap.mmap(-1, 8)
    while indices:
        reading, writing = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(reading)
            signal.signal(signal.SIGPROF, signal.SIG_DFL)
            feed(name, seed, indices, place, writing)
            os._exit(0)
        os.close(writing)
        with os.fdopen(reading) as told:
            for line in told:
                index, text = json.loads(line)
                found.setdefault(_fault(text), []).append(index)
        _pid, status = os.waitpid(pid, 0)
        index = struct.unpack("q", place[:8])[0]
        if status == 0:
            break
        hung = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGPROF
        if target.may_end and not hung:
            ended += 1
        else:
            what = f"took over {SECONDS} s" if hung else f"ended the process ({status})"
            found.setdefault(what, []).append(index)
        indices = range(index + 1, indices.stop)
    return found, ended


def _fault(text: str) -> str:
    """The last lines of a traceback that stand in our code, and the error."""
    lines = text.strip().splitlines()
    ours = [line.strip() for line in lines if 'File "' in line and "/ksdesk/" in line][-2:]
    return "\n    ".join([*ours, lines[-1][:300]])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--target", choices=TARGETS_BY_NAME)
    parser.add_argument("--at", type=int, help="only this input, with the whole traceback")
    asked = parser.parse_args()
    session.PRAGMAS["synchronous"] = "off"
    gc.disable()
    logging.disable()
    if asked.at is not None:
        with TemporaryDirectory(prefix="ksdesk-fuzz-") as folder:
            room = Room(Path(folder))
            TARGETS_BY_NAME[asked.target].feed(dice_of(asked.seed, asked.target, asked.at), room)
        return 0
    shares = sum(target.share for target in TARGETS_BY_NAME.values())
    faults = Counter()
    total = 0
    for name, target in TARGETS_BY_NAME.items():
        if asked.target not in (None, name):
            continue
        count = asked.count if asked.target else max(1, round(asked.count * target.share / shares))
        begun = time.monotonic()
        found, ended = run(name, target, asked.seed, range(count))
        took = time.monotonic() - begun
        more = f", {ended} told as damaged by their end" if ended else ""
        print(f"{count:7} {name}: {count / took:.0f} a second{more}", flush=True)
        for fault, indices in found.items():
            print(
                f"  {len(indices)} times, first --target '{name}' --at {indices[0]}:\n    {fault}"
            )
        faults[name] += sum(map(len, found.values()))
        total += count
    print(f"{total:7} inputs, seed {asked.seed}: {faults.total()} faults")
    return 1 if faults.total() else 0


if __name__ == "__main__":
    sys.exit(main())
