#!/usr/bin/env python3
"""What the compiler takes to check long formulas: a table, the median of some rounds in milliseconds.

    swift build && Tests/Benchmarks/typecheck.py .build/debug/Modules

Further folders of built modules, of another commit say, become further columns; the rounds are
interleaved.
"""

import argparse
import os
import re
import statistics
import subprocess
from pathlib import Path

LINE = re.compile(r"^([\d.]+)ms\t.*\.(\w+)(?:\(.*\))?@\S+$", re.MULTILINE)


def times(formulas, modules):
    """The milliseconds of each function in the file of formulas."""
    run = subprocess.run(
        ["swiftc", "-typecheck", "-swift-version", "6", "-I", modules]
        + ["-Xfrontend", "-debug-time-function-bodies", formulas],
        capture_output=True, text=True, check=True)
    return {name: float(ms) for ms, name in LINE.findall(run.stdout + run.stderr)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("modules", nargs="+", help="a folder of built modules")
    parser.add_argument("--rounds", type=int, default=9)
    arguments = parser.parse_args()
    formulas = Path(__file__).with_name("formulas.swift")
    seen = [{} for _ in arguments.modules]
    for _ in range(arguments.rounds):
        for column, modules in zip(seen, arguments.modules):
            for name, ms in times(formulas, modules).items():
                column.setdefault(name, []).append(ms)
    print("| formula |" + "".join(f" {os.path.relpath(m)} |" for m in arguments.modules))
    print("| --- |" + " ---: |" * len(arguments.modules))
    for name in seen[0]:
        print(f"| `{name}` |" + "".join(f" {statistics.median(c[name]):.1f} |" for c in seen))


if __name__ == "__main__":
    main()
