#!/usr/bin/env python3
"""Times `Tensors`, NumPy and PyTorch at the same work, and prints a table of ratios in Markdown.

    GRADUS_AUTHORS=1 swift build -c release --product bench
    Tests/Benchmarks/compare.py [--rounds 5] [--threads 1,0] [--groups matmul,entries,...]
                                [--into Documentation/Speed.md] [--groups loader,network --records FOLDER]

The rivals run interleaved, process by process, so that whatever slows the machine for a while slows
all of them. A process takes the best of several batches; the table has the medians over the rounds.
0 threads means all cores. Where PyTorch cannot be imported, its columns are left out; `--python`
names an interpreter that has it. `--into` puts each table in the place of the one that a file has
between `<!-- N threads -->` and `<!-- end -->`. The group `loader` reads CIFAR-10's training files from
the folder of `--records`, by the solution of exercise 03, and `network` trains that of exercise 06 on
them; `normalization` is the solution of exercise 08, `convnet` that of 09, `recurrence` that of 11 and
`transformer` that of 12: build `bench` with GRADUS_EDITOR=1 and GRADUS_SOLUTIONS=1 for all six.
"""

import argparse
import collections
import json
import os
import statistics
import subprocess
import sys
import tempfile

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def make_data(folder, count):
    """Random images with labels that a linear rule gives them, their order, the first weights."""
    rng = np.random.default_rng(231)
    images = rng.integers(0, 256, (count, 3072), dtype=np.uint8)
    rule = rng.standard_normal((3072, 10)).astype(np.float32)
    labels = np.concatenate(
        [(part.astype(np.float32) - 127.5) @ rule for part in np.array_split(images, 50)])
    for name, array in [
        ("images", images), ("labels", labels.argmax(axis=1).astype(np.int64)),
        ("order", rng.permutation(count).astype(np.int64)),
        ("w1", 0.01 * rng.standard_normal((3072, 200))),
        ("w2", 0.01 * rng.standard_normal((200, 10))),
    ]:
        array.tofile(os.path.join(folder, name))


def run(command, threads):
    count = str(threads)
    environment = dict(
        os.environ, OPENBLAS_NUM_THREADS=count, OMP_NUM_THREADS=count, MKL_NUM_THREADS=count,
        PYTHONDONTWRITEBYTECODE="1")
    result = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    return json.loads(result.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bench", default=os.path.join(ROOT, ".build/release/bench"))
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", default="1,0")
    parser.add_argument("--groups", default="matmul,entries,optimizers,reductions,layers,"
                        "convolution,small,training")
    parser.add_argument("--images", type=int, default=50_000)
    parser.add_argument("--records", help="a folder with CIFAR-10, for the groups loader and network")
    parser.add_argument("--json", help="a file for all the times")
    parser.add_argument("--into", help="a document for the tables, which are printed without")
    arguments = parser.parse_args()

    has_torch = subprocess.run(
        [arguments.python, "-c", "import torch"], stderr=subprocess.DEVNULL).returncode == 0
    rivals = ["numpy", "torch"] if has_torch else ["numpy"]
    everything = {}
    with tempfile.TemporaryDirectory() as folder:
        common = ["--groups", arguments.groups]
        if "training" in arguments.groups.split(","):
            make_data(folder, arguments.images)
            common += ["--data", folder]
        if arguments.records:
            common += ["--records", arguments.records]
        for wanted in map(int, arguments.threads.split(",")):
            threads = wanted or os.cpu_count()
            times = collections.defaultdict(lambda: collections.defaultdict(list))
            losses = collections.defaultdict(dict)
            growths = collections.defaultdict(dict)
            peaks = collections.defaultdict(dict)
            for _ in range(arguments.rounds):
                for who in ["here", *rivals]:
                    command = [arguments.bench] if who == "here" else [
                        arguments.python, os.path.join(HERE, "rivals.py"), who]
                    command += ["--threads", str(threads), *common]
                    for row in run(command, threads):
                        key = (row["group"], row["name"])
                        times[key][who].append(row["seconds"])
                        if "loss" in row:
                            losses[key][who] = row["loss"]
                        if "growth" in row:
                            growths[key][who] = row["growth"]
                        if "peak" in row:
                            peaks[key][who] = row["peak"]
            text = table(rivals, times, losses, {
                "Memory beside the data": growths, "Peak of the process": peaks})
            if arguments.into:
                replace(arguments.into, threads, text)
            else:
                print(f"\n### {in_threads(threads)}\n\n{text}", flush=True)
            everything[threads] = [
                {"group": g, "name": n, **dict(of)} for (g, n), of in times.items()]
    if arguments.json:
        with open(arguments.json, "w") as file:
            json.dump(everything, file)


def table(rivals, times, losses, memories):
    titles = {"numpy": "NumPy", "torch": "PyTorch"}
    columns = [titles[rival] for rival in rivals]
    lines = ["| group | work | here | " + " | ".join(columns + [f"{c} : here" for c in columns])
             + " |", "| --- | --- |" + " ---: |" * (1 + 2 * len(rivals))]
    for (group, name), of in times.items():
        medians = {who: statistics.median(values) for who, values in of.items()}
        cells = [in_words(medians.get(who)) for who in ["here", *rivals]]
        for rival in rivals:
            both = "here" in medians and rival in medians
            cells.append(f"{medians[rival] / medians['here']:.2f}" if both else "")
        lines.append(f"| {group} | {name} | " + " | ".join(cells) + " |")
    for (_, name), of in losses.items():
        lines += ["", f"Last loss, {name}: "
                  + ", ".join(f"{titles.get(who, who)} {loss!r}" for who, loss in of.items())]
    for what, by_name in memories.items():
        for (_, name), of in by_name.items():
            lines += ["", f"{what}, {name}: "
                      + ", ".join(f"{titles.get(who, who)} {bytes / 1e6:.1f} MB"
                                  for who, bytes in of.items())]
    return "\n".join(lines)


def replace(path, threads, text):
    with open(path) as file:
        document = file.read()
    start = f"<!-- {in_threads(threads)} -->\n"
    head, found, rest = document.partition(start)
    _, end, tail = rest.partition("<!-- end -->")
    if not found or not end:
        sys.exit(f"{path} has no place for the table: no lines {start.strip()} and <!-- end -->.")
    with open(path, "w") as file:
        file.write(f"{head}{start}\n{text}\n\n{end}{tail}")


def in_threads(threads):
    return f"{threads} thread{'s' if threads > 1 else ''}"


def in_words(seconds):
    if seconds is None:
        return ""
    for factor, unit in [(1, "s"), (1e3, "ms"), (1e6, "µs")]:
        if seconds * factor >= 1:
            return f"{seconds * factor:.3g} {unit}"
    return f"{seconds * 1e9:.3g} ns"


if __name__ == "__main__":
    main()
