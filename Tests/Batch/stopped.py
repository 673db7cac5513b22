#!/usr/bin/env python3
"""What stops a batch costs it nothing.

    Tests/Batch/stopped.py .build/debug/grader [--kills 20] [--exercise 05] [--submissions NAME…]

Grades samples once undisturbed; then kills `grader batch` with SIGKILL at random moments and begins it
again, until it has been killed so often, over as many batches as that takes; then, as root, on a disk that is
full (a small tmpfs, made larger in the end). Each gradebook, page and report has to be the undisturbed
one's, times apart, and nothing may be left in the folder of temporary files. Ends with 1 where not.
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

USUAL = "bias-unsummed copies does-not-compile half-done reference too-deep trap untouched".split()

arguments = argparse.ArgumentParser()
arguments.add_argument("grader")
arguments.add_argument("--kills", type=int, default=20)
arguments.add_argument("--exercise", default="05")
arguments.add_argument("--submissions", nargs="+", default=USUAL)
options = arguments.parse_args()
samples = Path(__file__).resolve().parents[2] / "Data/Submissions" / options.exercise
scratch = Path(tempfile.mkdtemp(prefix="gradus-stopped-", dir="/tmp"))
(scratch / "tmp").mkdir()
for name in options.submissions:
    shutil.copytree(samples / name, scratch / "class" / name, symlinks=True)
faults = []


def start(output):
    command = [options.grader, "batch", str(scratch / "class"), "--exercise", options.exercise]
    return subprocess.Popen(
        command + ["--output", str(output), "--seed", "11"], stderr=subprocess.PIPE, text=True,
        env={**os.environ, "TMPDIR": str(scratch / "tmp")})


def results(output):
    found = {}
    for path in [output / "gradebook.csv", *output.glob("pages/*"), *output.glob("reports/*")]:
        if path.suffix == ".json":
            report = json.loads(path.read_text())
            report["build"]["seconds"] = 0
            for check in report["checks"]:
                check["seconds"] = 0
            found[path.relative_to(output)] = report
        else:
            found[path.relative_to(output)] = path.read_bytes()
    return found


def compare(output, what):
    seen = results(output)
    for path in sorted(expected.keys() | seen.keys()):
        if expected.get(path) != seen.get(path):
            faults.append(f"{what}: {path}")
    left = sorted(path.name for path in (scratch / "tmp").iterdir())
    if left:
        faults.append(f"{what}: left in TMPDIR: {left}")


def fresh(output):
    """An output that draws the same, with nothing in it yet."""
    output.mkdir(exist_ok=True)
    shutil.copy(scratch / "whole/batch.json", output)
    return output


try:
    began = time.monotonic()
    whole = start(scratch / "whole")
    errors = whole.communicate()[1]
    if whole.returncode != 0:
        sys.exit(f"The undisturbed run ended with {whole.returncode}: {errors}")
    took = time.monotonic() - began
    expected = results(scratch / "whole")

    kills, batches, moments = 0, 0, []
    while kills < options.kills:
        batches += 1
        output = fresh(scratch / f"killed{batches}")
        while True:
            run = start(output)
            # Often before the first report, sometimes far behind it.
            moment = random.uniform(0, took) if kills < options.kills else 3600
            try:
                errors = run.communicate(timeout=moment)[1]
                if run.returncode != 0:
                    faults.append(f"batch {batches} ended with {run.returncode}: {errors[-300:]}")
                break
            except subprocess.TimeoutExpired:
                run.send_signal(signal.SIGKILL)
                run.communicate()
                kills += 1
                moments.append(len(list(output.glob("reports/*.json"))))
        compare(output, f"killed, batch {batches}")
    print(
        f"killed {kills} times over {batches} batches of {len(options.submissions)} submissions, "
        f"with {min(moments)} to {max(moments)} reports there: {len(faults)} differences")

    if os.geteuid() == 0:
        disk = scratch / "disk"
        disk.mkdir()
        before = len(faults)
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", disk], check=True)
        try:
            fresh(disk / "out")
            full = start(disk / "out")
            errors = full.communicate()[1]
            there = len(list(disk.glob("out/reports/*.json")))
            if full.returncode != 2 or "The disk is full" not in errors:
                faults.append(f"full disk: ended with {full.returncode}: {errors[-300:]}")
            if list(disk.glob("out/gradebook.csv")):
                faults.append("full disk: there is a gradebook")
            subprocess.run(["mount", "-o", "remount,size=64m", disk], check=True)
            again = start(disk / "out")
            errors = again.communicate()[1]
            if again.returncode != 0:
                faults.append(f"after the full disk: ended with {again.returncode}: {errors[-300:]}")
            compare(disk / "out", "full disk")
        finally:
            subprocess.run(["umount", disk], check=True)
        print(f"a full disk after {there} reports, then a larger one: {len(faults) - before} differences")
finally:
    shutil.rmtree(scratch)
print("\n".join(faults))
sys.exit(1 if faults else 0)
