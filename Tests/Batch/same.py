#!/usr/bin/env python3
"""Whether the same class, seed and secret come to the same reports, however they are graded.

    Tests/Batch/same.py .build/release/grader [--exercise 01] [--only NAME ...]

Grades the samples of an exercise one at a time, several at a time, outside of the sandbox, on one thread
and on two, and by shards that are merged; holds each `gradebook.csv` against the first byte by byte,
and each report but for what differs rightly: how many seconds something took, and, outside of the sandbox,
that it was so. Prints a line for each way, and ends with 1 where two differ in anything else. About a
minute for exercise 01 on two cores.
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

# What they are about are limits of time and of memory: where they are stopped differs from run to run.
LIMITS = {"eats-memory", "endless-loop", "endless-sleep", "floods-output", "leaves-children", "endless-loader"}

arguments = argparse.ArgumentParser()
arguments.add_argument("grader")
arguments.add_argument("--exercise", default="01")
arguments.add_argument("--only", nargs="+", default=[])
options = arguments.parse_args()
root = Path(__file__).resolve().parents[2]
scratch = Path(tempfile.mkdtemp(prefix="gradus-same-"))
(scratch / "class").mkdir()
for sample in sorted(root.glob(f"Data/Submissions/{options.exercise}/*")):
    wanted = not options.only or sample.name in options.only
    if sample.is_dir() and wanted and sample.name not in LIMITS:
        shutil.copytree(sample, scratch / "class" / sample.name)


def grade(output, *words, threads=None):
    """One batch, or a share of one, with the seed and the secret of the first."""
    place = scratch / output
    place.mkdir(exist_ok=True)
    journal = scratch / "first/batch.json"
    if journal.exists() and not (place / "batch.json").exists():
        shutil.copy(journal, place / "batch.json")
    environment = dict(os.environ, **({"GRADUS_THREADS": threads} if threads else {}))
    command = [options.grader, "batch", scratch / "class", "--exercise", options.exercise]
    run = subprocess.run(
        [*map(str, command), "--output", str(place), *words], capture_output=True, text=True, env=environment)
    if run.returncode not in (0, 1):
        sys.exit(f"{output}: status {run.returncode}: {run.stderr[-800:]}")


def merge(output, *sources):
    words = [options.grader, "merge", *(str(scratch / source) for source in sources)]
    run = subprocess.run(
        [*words, "--output", str(scratch / output), "--class", str(scratch / "class")],
        capture_output=True, text=True)
    if run.returncode not in (0, 1):
        sys.exit(f"{output}: status {run.returncode}: {run.stderr[-800:]}")


def without(value, names):
    if isinstance(value, dict):
        return {key: without(each, names) for key, each in value.items() if key not in names}
    return [without(each, names) for each in value] if isinstance(value, list) else value


def results(output, names):
    """The texts of all that has to be the same, by file."""
    texts = {"gradebook.csv": (scratch / output / "gradebook.csv").read_text()}
    for path in sorted((scratch / output / "reports").glob("*.json")):
        report = without(json.loads(path.read_text()), names)
        texts[path.name] = json.dumps(report, indent=1, sort_keys=True, ensure_ascii=False)
    return texts


def first_difference(a, b):
    pairs = zip(a.splitlines() + [""], b.splitlines() + [""])
    return next((f"{x.strip()[:150]} | {y.strip()[:150]}" for x, y in pairs if x != y), "")


failures = 0
try:
    ways = [("first", ["--seed", "11", "--jobs", "1"], {}), ("again", ["--jobs", "1"], {}),
            ("several", ["--jobs", "4"], {}), ("one-thread", ["--jobs", "1"], {"threads": "1"}),
            ("two-threads", ["--jobs", "1"], {"threads": "2"}),
            ("outside", ["--jobs", "2", "--sandbox", "none"], {}), ("merged", [], {})]
    for name, words, settings in ways:
        began = time.monotonic()
        if name == "merged":
            grade("share-1", "--shard", "1/2", "--jobs", "2")
            grade("share-2", "--shard", "2/2", "--jobs", "1")
            merge("merged", "share-1", "share-2")
        else:
            grade(name, *words, **settings)
        names = {"seconds"} | ({"sandbox"} if name == "outside" else set())
        expected, own = results("first", names), results(name, names)
        differing = [file for file in expected.keys() | own.keys() if expected.get(file) != own.get(file)]
        print(f"{name}: {len(own) - 1} reports, {len(differing)} files differ, {time.monotonic() - began:.0f} s")
        for file in sorted(differing):
            print(f"  {file}: {first_difference(expected.get(file, ''), own.get(file, ''))}")
        failures += len(differing)
finally:
    shutil.rmtree(scratch)
sys.exit(1 if failures else 0)
