#!/usr/bin/env python3
"""Opens the class page of a batch in headless Chromium, on a phone and on a desk; orders it and searches it.

    python3 Tests/Pages/classpage.py OUTPUT [--to FOLDER] [--beside OUTPUT]

OUTPUT is the folder of a batch that has come to its end. Fails where the page is wider than its window or
larger than 3 MB, where the console has an error, where a click on a title does not order the submissions or
a search does not find one, and where without a script a row is missing. Leaves screenshots in FOLDER.
With `--beside`, the results of a small class, it measures by turns when each page is first painted, and fails
where that takes more than three times as long, or more than a second.
"""
import argparse
import json
import os
import re
import statistics
import sys
import tempfile

from screens import MOST_BYTES, WINDOWS, chromium, measured, shot

USE = """<script>{
const rows = () => [...document.querySelectorAll(".submissions tbody tr")];
const points = () => rows().map(row => parseFloat(row.cells[1].textContent)).filter(value => !isNaN(value));
const seen = { rows: rows().length };
const [name, number] = document.querySelectorAll(".submissions thead button");
number.click(); seen.up = points();
number.click(); seen.down = points();
name.click(); seen.names = rows().map(row => row.cells[0].textContent);
const last = seen.names[seen.names.length - 1];
const search = document.querySelector("input[type=search]");
search.value = last.toUpperCase();
search.dispatchEvent(new Event("input"));
seen.found = rows().filter(row => !row.hidden).map(row => row.cells[0].textContent);
document.title = "used " + JSON.stringify(seen);
}</script></body>"""


PAINTED = """<script>new PerformanceObserver(list => {
list.getEntriesByName("first-contentful-paint").forEach(entry => console.log("painted", entry.startTime));
}).observe({ type: "paint", buffered: true });</script></head>"""

MOST_TIMES, MOST_SECONDS, TURNS = 3, 1, 7


def copied(page, folder, mark, script):
    """Leaves a copy with a script of ours before `mark`, and without the rule that forbids it."""
    text = open(page, encoding="utf-8").read()
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    copy = os.path.join(folder, "copy.html")
    with open(copy, "w", encoding="utf-8") as file:
        file.write(text.replace(mark, script))
    return copy


def first_paint(page, folder):
    """Returns the seconds until something of the page is seen."""
    picture = os.path.join(folder, "painted.png")
    run = chromium(f"--screenshot={picture}", f"file://{copied(page, folder, '</head>', PAINTED)}")
    found = re.search(r"painted ([0-9.]+)", run.stderr)
    if not found:
        raise SystemExit(f"{page}: Chromium does not say when it is painted:\n{run.stderr[-2000:]}")
    return float(found[1]) / 1000


def slower_than(small, page, folder):
    pairs = [(first_paint(small, folder), first_paint(page, folder)) for _ in range(TURNS)]
    less, more = (statistics.median(times) for times in zip(*pairs))
    times = statistics.median(large / few for few, large in pairs)
    print(f"first paint {more:.2f} s, of the small class {less:.2f} s: {times:.2f} times as long, median of {TURNS}")
    return ["it is painted too late"] if times > MOST_TIMES or more > MOST_SECONDS else []


def used(page, folder):
    copy = copied(page, folder, "</body>", USE)
    run = chromium("--dump-dom", f"file://{copy}")
    found = re.search(r"<title>used (.*?)</title>", run.stdout, re.DOTALL)
    if not found:
        raise SystemExit(f"{page}: its script did not run:\n{run.stderr[-2000:]}")
    return json.loads(found[1].replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">"))


def faults_of(page, folder):
    faults = []
    text = open(page, encoding="utf-8").read()
    if os.path.getsize(page) > MOST_BYTES:
        faults.append(f"{os.path.getsize(page)} bytes are more than {MOST_BYTES}")
    seen = used(page, folder)
    if seen["rows"] != text.count('<th scope="row"><a href="pages/'):
        faults.append("it does not show every submission")
    if seen["up"] != sorted(seen["up"]) or seen["down"] != sorted(seen["up"], reverse=True):
        faults.append("a click on Points does not order it")
    if seen["names"][-1] not in seen["found"] or len(seen["found"]) == seen["rows"] > 1:
        faults.append(f"a search for {seen['names'][-1]} finds {seen['found'][:5]}")
    for window, width in WINDOWS.items():
        height, found = measured(page, width, folder)
        found += shot(page, width, height, os.path.join(folder, f"class-{window}.png"), folder)
        faults += [f"{window}: {fault}" for fault in found]
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output")
    parser.add_argument("--to", default=None)
    parser.add_argument("--beside")
    arguments = parser.parse_args()
    folder = arguments.to or tempfile.mkdtemp(prefix="gradus-classpage-")
    os.makedirs(folder, exist_ok=True)
    faults = faults_of(os.path.join(arguments.output, "index.html"), folder)
    if arguments.beside:
        pages = (os.path.join(output, "index.html") for output in (arguments.beside, arguments.output))
        faults += slower_than(*pages, folder)
    print("; ".join(faults) if faults else "right")
    print(f"The screenshots are in {folder}.")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
