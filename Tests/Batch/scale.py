#!/usr/bin/env python3
"""What a class of a thousand costs.

    Tests/Batch/scale.py .build/release/grader [--sizes 100 1000] [--exercise 05] [--limit 1.1] [--kept]
                                               [--beside GRADER] [--leave FOLDER]

Makes classes of these sizes out of the samples, the styles and the known mistakes of an exercise, by turns,
no two submissions alike; grades each inside the sandbox; prints processor time a submission (of the
grader and all that it starts) and the peak memory of the grader itself. Ends with 1 where the largest
class takes more than `--limit` times the memory of the smallest. About 2 s of processor a submission; with
`--kept`, ten submissions are graded and the others have their reports already, as after a stop: then it is
the memory alone that says something, and a few minutes are enough. `--beside` names another build of the
grader, as that of another commit, which grades each class as well, and prints how much it takes. `--leave`
names a folder in which the results of each class are left, by its size: `Tests/Pages/classpage.py` opens their pages.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True
import classes
import processor

arguments = argparse.ArgumentParser()
arguments.add_argument("grader")
arguments.add_argument("--sizes", type=int, nargs="+", default=[100, 1000])
arguments.add_argument("--exercise", default="05")
arguments.add_argument("--limit", type=float, default=1.1)
arguments.add_argument("--kept", action="store_true")
arguments.add_argument("--beside")
arguments.add_argument("--leave", type=Path)
options = arguments.parse_args()
kinds = classes.kinds(options.exercise)


def hand_in(scratch, i, kind, note):
    folder = scratch / "class" / f"student-{i:04}"
    folder.mkdir(parents=True)
    for name, text in kind.items():
        (folder / name).write_text(f"{text}\n// {note}\n")


def command(scratch, grader=options.grader):
    words = [grader, "batch", str(scratch / "class"), "--exercise", options.exercise]
    return words + ["--output", str(scratch / "out"), "--seed", "11"]


def leave_reports(size, scratch):
    """Grades ten, and gives all others their files and their reports."""
    spread = [kinds[i * len(kinds) // 10] for i in range(10)]
    for i in range(10):
        hand_in(scratch, i, spread[i], "kept")
    subprocess.run(command(scratch), check=True, stderr=subprocess.DEVNULL)
    reports = scratch / "out/reports"
    for i in range(10, size):
        hand_in(scratch, i, spread[i % 10], "kept")
        report = json.loads((reports / f"student-{i % 10:04}.json").read_text())
        report["submission"] = f"student-{i:04}"
        (reports / f"student-{i:04}.json").write_text(json.dumps(report))
    for i in range(10):
        (reports / f"student-{i:04}.json").unlink()


def prepare(size, scratch):
    if options.kept:
        leave_reports(size, scratch)
    else:
        for i in range(size):
            # Spread over all kinds, however small the class.
            hand_in(scratch, i, kinds[i * 37 % len(kinds)], i)


def measure(size, scratch, grader=options.grader):
    """Grades the class; returns the grader's peak of memory, and seconds of processor a submission."""
    with open(scratch / "log", "w") as log, processor.Meter() as meter:
        began = time.monotonic()
        run = subprocess.Popen(
            command(scratch, grader), stderr=log, stdout=subprocess.DEVNULL, preexec_fn=meter.enter)
        peak = 0
        while True:
            # Not what wait4 says of memory: there the compilers are among it.
            try:
                status = Path(f"/proc/{run.pid}/status").read_text()
                peak = max([peak] + [int(l.split()[1]) for l in status.splitlines() if l.startswith("VmHWM")])
            except (OSError, ProcessLookupError):
                pass
            pid, status = os.waitpid(run.pid, os.WNOHANG)
            if pid:
                break
            time.sleep(0.05)
        each = meter.seconds / size
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{size}: " + (scratch / "log").read_text()[-500:])
    took = time.monotonic() - began
    reports = [json.loads(path.read_text()) for path in (scratch / "out/reports").glob("*.json")]
    full = sum(report["points"] >= report["possible"] for report in reports)
    print(
        f"{size:5} submissions ({full} with all points): {took / 60:.1f} min, "
        f"{each:.2f} s of processor each{meter.remark}, "
        f"{size / took * 60:.0f} a minute, peak of the grader {peak / 1024:.0f} MB",
        flush=True)
    return peak, each


peaks = []
for size in options.sizes:
    scratch = Path(tempfile.mkdtemp(prefix="gradus-scale-", dir="/tmp"))
    try:
        prepare(size, scratch)
        peak, each = measure(size, scratch)
        peaks.append(peak)
        if options.leave:
            shutil.copytree(scratch / "out", options.leave / str(size))
        if options.beside:
            shutil.rmtree(scratch / "out")
            _, others = measure(size, scratch, options.beside)
            print(f"{each / others:.2f} of the other's processor time", flush=True)
    finally:
        shutil.rmtree(scratch)
print(f"memory, largest by smallest class: {peaks[-1] / peaks[0]:.2f}")
sys.exit(1 if peaks[-1] > options.limit * peaks[0] else 0)
