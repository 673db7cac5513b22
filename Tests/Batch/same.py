#!/usr/bin/env python3
"""Whether the same class, seed and secret come to the same reports, however they are graded.

    Tests/Batch/same.py .build/release/grader [--exercise 01 05 ...] [--only NAME ...] [--slurm]
                                              [--ways several outside ...]

Of each exercise, all without `--exercise`, some samples are graded (a right one, a wrong one, one that
crashes, one that does not compile, as far as there are such; `--all` takes all, `--only` those that are
named): one at a time, several at a time, on one thread and on two, outside of the sandbox, by shards that
are merged, and with `--slurm` through a Slurm of this machine, which takes an administrator. Each gradebook
and page has to be the first one's byte by byte, and each report but for what differs rightly: how many
seconds something took, and, outside of the sandbox, that it was so. Prints a table, and ends with 1 where
anything else differs. `--ways` takes some of the ways. The exercises that train take longest.
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
LIMITS = {"timedOut", "refused", "leaves-children"}

root = Path(__file__).resolve().parents[2]
arguments = argparse.ArgumentParser()
arguments.add_argument("grader")
arguments.add_argument("--exercise", nargs="+", default=[])
arguments.add_argument("--only", nargs="+", default=[])
arguments.add_argument("--all", action="store_true")
arguments.add_argument("--slurm", action="store_true")
arguments.add_argument("--ways", nargs="+", default=[])
options = arguments.parse_args()


def samples(exercise):
    """The names of the samples to grade, of those in Data/Submissions/NN.txt."""
    text = (root / f"Data/Submissions/{exercise}.txt").read_text()
    blocks = [b.splitlines() for b in text.split("\n\n")]
    blocks = [b for b in ([l for l in b if not l.startswith("#")] for b in blocks) if b]
    verdicts = {b[0]: {b[0], *" ".join(b[1:]).replace(",", " ").split()} for b in blocks}
    usual = {name: words for name, words in verdicts.items() if not words & LIMITS}
    if options.only or options.all:
        return [name for name in usual if options.all or name in options.only]
    chosen = ["reference"]
    for verdict in ["failed", "crashed", "doesNotCompile"]:
        chosen += [name for name, words in usual.items() if verdict in words and name not in chosen][:1]
    return chosen


class Batch:
    """The batches of one exercise, each in a folder of its own."""

    def __init__(self, exercise):
        self.exercise = exercise
        self.folder = scratch / exercise
        self.people = self.folder / "class"
        self.names = samples(exercise)
        for name in self.names:
            shutil.copytree(root / f"Data/Submissions/{exercise}/{name}", self.people / name, symlinks=True)

    def run(self, output, *words, threads=None):
        environment = dict(os.environ, **({"GRADUS_THREADS": threads} if threads else {}))
        words = [*map(str, words), "--output", str(self.folder / output)]
        run = subprocess.run([options.grader, *words], capture_output=True, text=True, env=environment)
        # 1 says that all is decided, and an archive among the samples could not be read.
        if run.returncode not in (0, 1):
            raise RuntimeError(f"status {run.returncode}: {run.stderr.strip()[-600:]}")

    def grade(self, output, *words, **settings):
        """One batch, or a share of one, with the seed and the secret of the first."""
        place, journal = self.folder / output, self.folder / "first/batch.json"
        place.mkdir(exist_ok=True)
        if journal.exists() and not (place / "batch.json").exists():
            shutil.copy(journal, place / "batch.json")
        self.run(output, "batch", self.people, "--exercise", self.exercise, *words, **settings)

    def merged(self, output):
        self.grade("share-1", "--shard", "1/2", "--jobs", "2")
        self.grade("share-2", "--shard", "2/2", "--jobs", "1")
        shares = [self.folder / "share-1", self.folder / "share-2"]
        self.run(output, "merge", *shares, "--class", self.people)

    def slurm(self, output):
        self.grade(output, "--engine", "slurm", "--shards", "2")
        # The last job is the one that puts all together; nothing else is in this Slurm's queue.
        while subprocess.run(["squeue", "-h"], capture_output=True, text=True, check=True).stdout:
            time.sleep(1)
        if not (self.folder / output / "gradebook.csv").exists():
            logs = "".join(path.read_text() for path in (self.folder / output / "slurm").glob("*.log"))
            raise RuntimeError(f"no gradebook: {logs.strip()[-600:]}")

    def results(self, output, names):
        """The texts of all that has to be the same, by file."""
        place = self.folder / output
        texts = {}
        for path in [place / "gradebook.csv", *place.glob("pages/*")]:
            texts[str(path.relative_to(place))] = path.read_text()
        for path in place.glob("reports/*.json"):
            report = without(json.loads(path.read_text()), names)
            text = json.dumps(report, indent=1, sort_keys=True, ensure_ascii=False)
            texts[str(path.relative_to(place))] = text
        return texts


def without(value, names):
    if isinstance(value, dict):
        return {key: without(each, names) for key, each in value.items() if key not in names}
    return [without(each, names) for each in value] if isinstance(value, list) else value


def first_difference(a, b):
    pairs = zip(a.splitlines() + [""], b.splitlines() + [""])
    return next((f"{x.strip()[:150]} | {y.strip()[:150]}" for x, y in pairs if x != y), "")


ways = {
    "first": lambda batch, name: batch.grade(name, "--seed", "11", "--jobs", "1"),
    "again": lambda batch, name: batch.grade(name, "--jobs", "1"),
    "several": lambda batch, name: batch.grade(name, "--jobs", "4"),
    "one-thread": lambda batch, name: batch.grade(name, "--jobs", "1", threads="1"),
    "two-threads": lambda batch, name: batch.grade(name, "--jobs", "1", threads="2"),
    "outside": lambda batch, name: batch.grade(name, "--jobs", "2", "--sandbox", "none"),
    "merged": Batch.merged,
}
if options.slurm:
    ways["slurm"] = Batch.slurm
if options.ways:
    unknown = sorted(set(options.ways) - ways.keys())
    if unknown:
        sys.exit(f"no such way: {', '.join(unknown)}; there are {', '.join(list(ways)[1:])}")
    ways = {name: way for name, way in ways.items() if name in ["first", *options.ways]}


scratch = Path(tempfile.mkdtemp(prefix="gradus-same-"))


def prove(exercise):
    """Grades the samples in all ways; returns what the table says of each, and a line for each difference."""
    batch, cells, lines = Batch(exercise), [], []
    for name, way in ways.items():
        try:
            way(batch, name)
        except RuntimeError as error:
            cells.append("ended")
            lines.append(f"{exercise}, {name}: {error}")
            if name == "first":
                break
            continue
        names = {"seconds"} | ({"sandbox"} if name == "outside" else set())
        expected, own = batch.results("first", names), batch.results(name, names)
        missing = {f"reports/{sample}.json" for sample in batch.names} - own.keys()
        files = sorted(missing | {f for f in expected.keys() | own.keys() if expected.get(f) != own.get(f)})
        cells.append(f"{len(files)} differ" if files else "same")
        for file in files:
            difference = first_difference(expected.get(file, ""), own.get(file, ""))
            lines.append(f"{exercise}, {name}: {file}: {difference}")
    return [exercise, str(len(batch.names)), *cells[1:]], lines


def main():
    exercises = options.exercise or sorted(path.stem for path in root.glob("Data/Submissions/*.txt"))
    titles = ["exercise", "samples", *list(ways)[1:], "minutes"]
    print("  ".join(f"{title:>11}" for title in titles), flush=True)
    differs = False
    for exercise in exercises:
        began = time.monotonic()
        row, found = prove(exercise)
        row.append(f"{(time.monotonic() - began) / 60:.1f}")
        print("\n".join(["  ".join(f"{cell:>11}" for cell in row), *found]), flush=True)
        differs = differs or bool(found)
        shutil.rmtree(scratch / exercise)
    return 1 if differs else 0


try:
    if options.slurm and "GRADUS_CLUSTER" not in os.environ:
        # Once more, in a cluster that is there for as long as this takes.
        words = [root / "Tests/Slurm/cluster.sh", scratch / "cluster", sys.executable, *sys.argv]
        sys.exit(subprocess.run(words, env=dict(os.environ, GRADUS_CLUSTER="1")).returncode)
    sys.exit(main())
finally:
    shutil.rmtree(scratch)
