#!/usr/bin/env python3
"""What a load over all exercises costs, hostile submissions among it, and what it leaves behind.

    Tests/Batch/load.py .build/release/grader [--exercise 01 05 ...] [--each 20 ...] [--hostile 6] [--limit 1.1]

For each exercise, all without `--exercise`, makes a class of so many submissions (`--each` is one number, or
one for each exercise), no two alike: right ones, samples and known mistakes by turns, and each sixth a
hostile one, which loops, exits, sleeps, eats memory, floods, forges, leaves or breeds children, or fills its
disk in the place of one part. Grades one class after the other inside the sandbox, and prints of each how
many were handed in and how many reports there are, seconds of processor time each (for whoever is no
administrator without what was killed), the peak memory of the grader, what share of it was reached when half of
the reports were there, and what is left behind: processes, files in the folder of temporary ones, control groups.
Ends with 1 where a submission has no report, something was not decided, a hostile one passed all checks, anything
is left, or the second half of a class has the grader's memory grow beyond `--limit` times that of the first, and
16 MB.
"""

import argparse
import ctypes
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
arguments.add_argument("--exercise", nargs="+", default=[])
arguments.add_argument("--each", nargs="+", type=int, default=[20])
arguments.add_argument("--hostile", type=int, default=6)
arguments.add_argument("--limit", type=float, default=1.1)
options = arguments.parse_args()
scratch = Path(tempfile.mkdtemp(prefix="gradus-load-", dir="/tmp"))
faults = []

# KB by which one submission may take more than others for a moment, by what it prints and answers. In a class of
# twenty what stays is seen from 2 MB a submission on; scale.py sees less of it, in a class of a thousand.
ONE = 16 << 10

# Whoever loses its parent becomes our child, so that nobody who is left over gets away unseen.
PR_SET_CHILD_SUBREAPER = 36
ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def children():
    lists = [path.read_text() for path in Path("/proc/self/task").glob("*/children")]
    return sorted(int(word) for text in lists for word in text.split())


def control_groups():
    """Those below the one that we are in ourselves."""
    own = Path("/proc/self/cgroup").read_text().splitlines()[-1].split(":", 2)[2]
    return {str(path) for path in Path("/sys/fs/cgroup" + own).glob("**/") if path.is_dir()}


def hand_in(exercise, count, first):
    """Writes the class of an exercise, whose first submission is that one of the load."""
    kinds = classes.kinds(exercise)
    hostile = set()
    for i in range(count):
        name, turn = f"student-{i:04}", (first + i) // options.hostile
        if (first + i) % options.hostile == options.hostile - 1:
            what, files = classes.hostile(exercise, turn)
            name += f"-{what}"
            hostile.add(name)
        else:
            # Spread over all kinds, however small the class.
            files = kinds[i * 37 % len(kinds)]
        folder = scratch / exercise / "class" / name
        folder.mkdir(parents=True)
        for file, text in files.items():
            (folder / file).write_text(f"{text}\n// {i}\n")
    return hostile


def peak_of(pid):
    # Not what wait4 says of memory: there the compilers are among it.
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return max([int(line.split()[1]) for line in lines if line.startswith("VmHWM")] + [0])


def grade(exercise, count):
    """Grades a class; returns seconds of processor, and the peaks of memory in the middle and in the end."""
    place = scratch / exercise
    (place / "tmp").mkdir()
    command = [options.grader, "batch", str(place / "class"), "--exercise", exercise]
    command += ["--output", str(place / "out"), "--seed", "11"]
    with open(place / "log", "w") as log, processor.Meter() as meter:
        run = subprocess.Popen(
            command, stderr=log, stdout=subprocess.DEVNULL, preexec_fn=meter.enter,
            env={**os.environ, "TMPDIR": str(place / "tmp")})
        middle = peak = 0
        while True:
            try:
                peak = max(peak, peak_of(run.pid))
            except (OSError, ProcessLookupError):
                pass
            if len(list(place.glob("out/reports/*.json"))) <= count / 2:
                middle = peak
            pid, status = os.waitpid(run.pid, os.WNOHANG)
            if pid:
                break
            time.sleep(0.1)
        seconds = meter.seconds
    code = os.waitstatus_to_exitcode(status)
    if code != 0:
        faults.append(f"{exercise}: status {code}: {(place / 'log').read_text().strip()[-500:]}")
    return seconds, middle, peak


def left_over(exercise, groups):
    """What is there of a batch that has ended, by what it is."""
    # Who has been killed may take a moment to be gone.
    for _ in range(20):
        if not children():
            break
        time.sleep(0.1)
    left = [Path(f"/proc/{pid}/stat").read_text().split(")")[0] + ")" for pid in children()]
    files = sorted(str(path) for path in (scratch / exercise / "tmp").glob("**/*"))
    return {"processes": left, "files": files, "control groups": sorted(control_groups() - groups)}


def measure(exercise, count, first):
    hostile = hand_in(exercise, count, first)
    groups, began = control_groups(), time.monotonic()
    seconds, middle, peak = grade(exercise, count)
    minutes = (time.monotonic() - began) / 60
    left = left_over(exercise, groups)
    paths = (scratch / exercise).glob("out/reports/*.json")
    reports = {path.stem: json.loads(path.read_text()) for path in paths}
    # Not by points: a bonus may make up for what a hostile file has lost.
    full = {
        name for name, report in reports.items()
        if all(check["verdict"] == "passed" for check in report["checks"])}
    undecided = {
        name: check["id"] for name, report in reports.items() for check in report["checks"]
        if check["verdict"] == "graderFault"}
    handed = {path.name for path in (scratch / exercise / "class").iterdir()}
    for what, names in left.items():
        if names:
            faults.append(f"{exercise}: left {what}: {names[:5]}")
    if handed != reports.keys():
        faults.append(f"{exercise}: without a report: {sorted(handed - reports.keys())}")
    if undecided:
        faults.append(f"{exercise}: not decided: {undecided}")
    if hostile & full:
        faults.append(f"{exercise}: hostile, and all passed: {sorted(hostile & full)}")
    if peak > options.limit * middle + ONE:
        faults.append(f"{exercise}: memory grows from {middle} to {peak} KB")
    return [
        exercise, len(handed), len(hostile), len(reports), len(full), f"{seconds / count:.1f}",
        f"{minutes:.1f}", f"{peak / 1024:.0f}", f"{middle / max(peak, 1):.2f}", *map(len, left.values())]


def main():
    titles = ["exercise", "handed in", "hostile", "reports", "all passed", "seconds", "minutes"]
    titles += ["peak MB", "middle", "processes", "files", "groups"]
    exercises = options.exercise or sorted(path.stem for path in classes.root.glob("Data/Submissions/*.txt"))
    each = options.each * len(exercises) if len(options.each) == 1 else options.each
    if len(each) != len(exercises):
        return f"--each: one number, or one for each of the {len(exercises)} exercises"
    print("  ".join(f"{title:>10}" for title in titles), flush=True)
    first = 0
    for exercise, count in zip(exercises, each):
        row = measure(exercise, count, first)
        first += count
        print("  ".join(f"{cell:>10}" for cell in row), flush=True)
        shutil.rmtree(scratch / exercise)
    print("\n".join(faults))
    return 1 if faults else 0


try:
    sys.exit(main())
finally:
    shutil.rmtree(scratch)
