#!/usr/bin/env python3
"""What `grader export` writes, read by others.

    python3 -m venv venv && venv/bin/pip install junitparser xunitparser
    venv/bin/python Tests/Formats/export_proof.py .build/debug/grader OUTPUT

OUTPUT is the folder of a batch that has come to its end. Its points are exported as JUnit XML, for
Artemis and for Gradescope, read back by two readers of JUnit and by Python's own of JSON and CSV, and
held against gradebook.csv; then they are merged into gradebooks as Canvas and Moodle would export
them. Ends with 1 where a reader sees other points, or a byte changed that is none of a point.
"""

import csv
import json
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import junitparser
import xunitparser

grader, output = sys.argv[1:3]
faults = []


def expect(seen, expected, what):
    if seen != expected:
        faults.append(f"{what}: {seen!r}, expected {expected!r}")


def export(scratch, name, *words, statuses=(0, 1)):
    place = Path(scratch) / name
    command = [grader, "export", output, "--format", name.split(".")[0], "--into", str(place), *words]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if run.returncode not in statuses:
        faults.append(f"{name} ended with {run.returncode}: {run.stderr}")
    return place


def refuse(constant):
    raise ValueError(f"{constant} is no number of JSON")


def junit(folder, book, checks):
    suites = list(junitparser.JUnitXml.fromfile(str(folder / "class.xml")))
    expect(len(suites), len(book), "suites that junitparser sees")
    for suite, row in zip(sorted(suites, key=lambda s: s.name), sorted(book, key=lambda r: r["submission"])):
        who = row["submission"]
        values = {p.name: p.value for p in suite.properties()}
        expect(values.get("points", ""), row["points"], f"{who}: points")
        expect(suite.tests, len(checks), f"{who}: tests")
        cases = list(suite)
        expect([case.name for case in cases], checks, f"{who}: checks")
        kinds = [type(result).__name__ for case in cases for result in case.result]
        expect(max([len(case.result) for case in cases]) < 2, True, f"{who}: one outcome a case")
        expect(
            (kinds.count("Failure"), kinds.count("Error"), kinds.count("Skipped")),
            (suite.failures, suite.errors, suite.skipped), f"{who}: counts")
        for case in cases:
            points = {p.name: p.value for p in case.properties()} if hasattr(case, "properties") else {}
            full = float(points.get("points", 0)) >= float(points.get("max_points", 0))
            if points and case.result:
                expect(points.get("points", "0"), "0", f"{who} {case.name}")
            elif points:
                expect(full, True, f"{who} {case.name}")
    for path in sorted((folder / "submissions").glob("*.xml")):
        with open(path) as file:
            suite, result = xunitparser.parse(file)
        passed = sum(1 for case in suite if case.good and not case.skipped)
        tree = ElementTree.parse(path).getroot().find("testsuite")
        own = sum(1 for case in tree.iter("testcase") if not {c.tag for c in case} & {"failure", "error", "skipped"})
        expect(passed, own, f"{path.name}: what xunitparser takes for passed")
        expect(result.testsRun, len(checks), f"{path.name}: tests that xunitparser ran")


def artemis(folder, book, checks):
    """By the rules of Artemis' own reader: one suite, no skipped case, the message is all it shows."""
    decided = [row for row in book if row["points"]]
    expect(len(list(folder.glob("*.xml"))), len(decided), "files for Artemis")
    for path in folder.glob("*.xml"):
        suites = ElementTree.parse(path).getroot().findall("testsuite")
        expect(len(suites), 1, f"{path.name}: suites")
        cases = suites[0].findall("testcase")
        expect([case.get("name") for case in cases], checks, f"{path.name}: checks")
        expect([c for case in cases for c in case.findall("skipped")], [], f"{path.name}: skipped")
        for failure in suites[0].iter("failure"):
            expect(bool(failure.get("message")), True, f"{path.name}: a message")


def score(row):
    """What a row is worth: its grade, where the course has a policy."""
    return row.get("grade") or row["points"]


def gradescope(folder, book, possible):
    rows = {row["submission"]: row for row in book if row["points"]}
    files = {path.parent.name: path for path in folder.glob("*/results.json")}
    expect(sorted(files), sorted(rows), "files for Gradescope")
    for name, path in files.items():
        results = json.loads(path.read_text(), parse_constant=refuse)
        expect(results["score"], float(score(rows[name])), f"{name}: score")
        expect(sum(t["score"] for t in results["tests"]), float(rows[name]["points"]), f"{name}: sum")
        expect(sum(t["max_score"] for t in results["tests"]), possible, f"{name}: maximum")
        expect({t["status"] for t in results["tests"]} <= {"passed", "failed"}, True, f"{name}: status")
        expect("\r" in path.read_text(), False, f"{name}: line ends")


def gradebooks(scratch, book, possible):
    names = [row["submission"] for row in book if row["points"]]
    quoted = ['"' + name.replace('"', '""') + '"' for name in names]
    for site, head, row in (
        ("canvas", f"Student,ID,SIS User ID,SIS Login ID,Section,hw (1),Total\r\n    Points Possible,,,,,{possible}.0,(read only)\r\n",
         '"X, Y",{i},,{name},"=A1",{points},9.50\r\n'),
        ("moodle", "\ufeffIdentifier;Full name;Grade;Maximum grade;Feedback comments\n",
         "Participant {i};{name};{points};" + f"{possible},00;\"a\nb\"\n"),
    ):
        def text(points):
            return head + "".join(
                row.format(i=10**6 + i, name=name, points=points.get(names[i], ""))
                for i, name in enumerate(quoted))
        source = Path(scratch) / f"{site}-exported.csv"
        source.write_bytes(text({}).encode())
        merged = export(scratch, f"{site}.csv", "--gradebook", str(source))
        most = possible if site == "moodle" else float("inf")
        points = {row["submission"]: min(float(score(row)), most) for row in book if row["points"]}
        expect(merged.read_bytes(), text({who: f"{value:g}" for who, value in points.items()}).encode(), f"{site}: bytes")


with open(Path(output) / "gradebook.csv", newline="", encoding="utf-8") as file:
    book = list(csv.DictReader(file))
checks = [column for column in book[0] if column[:2].isdigit()]
possible = int(book[0]["possible"])
with tempfile.TemporaryDirectory() as scratch:
    junit(export(scratch, "junit"), book, checks)
    artemis(export(scratch, "artemis"), book, checks)
    gradescope(export(scratch, "gradescope"), book, possible)
    gradebooks(scratch, book, possible)
print("\n".join(faults) or f"{len(book)} submissions: every reader sees the points of gradebook.csv.")
sys.exit(1 if faults else 0)
