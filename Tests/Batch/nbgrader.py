#!/usr/bin/env python3
"""How many submissions a minute nbgrader grades, and Gradus beside it.

    python3 -m venv venv && venv/bin/pip install nbgrader==0.9.6 numpy==2.4.6
    venv/bin/python Tests/Batch/nbgrader.py .build/release/grader [--count 12] [--rounds 3]

The notebook is exercise 05 in NumPy: the same layers, loss, network and solver, gradient checks by central
differences, a training on made images. Both grade the same number of submissions, by turns, with all
cores of the machine; nbgrader runs one notebook after the other, as it does. A line a round: submissions a
minute and seconds of processor a submission of both, and the median of the rounds' ratios.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat

sys.dont_write_bytecode = True
import processor

arguments = argparse.ArgumentParser()
arguments.add_argument("grader")
arguments.add_argument("--count", type=int, default=12)
arguments.add_argument("--rounds", type=int, default=3)
options = arguments.parse_args()
root = Path(__file__).resolve().parents[2]

SOLUTION = {
    "layers": """
import numpy as np

def sigmoid(x):
    e = np.exp(-np.abs(x))
    y = np.where(x >= 0, 1 / (1 + e), e / (1 + e))
    return y, y

def sigmoid_backward(dy, y):
    return dy * y * (1 - y)

def relu(x):
    return np.maximum(x, 0), x

def relu_backward(dy, x):
    return dy * (x > 0)

def affine(x, w, b):
    return x @ w + b, (x, w)

def affine_backward(dy, cache):
    x, w = cache
    return dy @ w.T, x.T @ dy, dy.sum(axis=0)
""",
    "loss": """
def cross_entropy(logits, labels):
    shifted = logits - logits.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    rows = np.arange(len(labels))
    gradient = np.exp(logs)
    gradient[rows, labels] -= 1
    return -logs[rows, labels].mean(), gradient / len(labels)
""",
    "network": """
class Network:
    def __init__(self, sizes, rng, scale=0.01):
        self.w = [scale * rng.standard_normal(s) for s in zip(sizes, sizes[1:])]
        self.b = [np.zeros(n) for n in sizes[1:]]

    def forward(self, x):
        caches = []
        for i, (w, b) in enumerate(zip(self.w, self.b)):
            x, cache = affine(x, w, b)
            caches.append(cache)
            if i < len(self.w) - 1:
                x, cache = sigmoid(x)
                caches.append(cache)
        return x, caches

    def backward(self, dy, caches):
        dw, db = [], []
        caches = list(caches)
        while caches:
            dy, w, b = affine_backward(dy, caches.pop())
            dw.insert(0, w)
            db.insert(0, b)
            if caches:
                dy = sigmoid_backward(dy, caches.pop())
        return dw, db

    def loss(self, x, labels):
        logits, caches = self.forward(x)
        loss, dy = cross_entropy(logits, labels)
        return loss, self.backward(dy, caches)
""",
    "solver": """
def train(network, x, labels, epochs, batch, rate, rng):
    velocity = [np.zeros_like(p) for p in network.w + network.b]
    history = []
    for _ in range(epochs):
        order = rng.permutation(len(x))
        losses = []
        for start in range(0, len(x), batch):
            rows = order[start : start + batch]
            loss, (dw, db) = network.loss(x[rows], labels[rows])
            for p, g, v in zip(network.w + network.b, dw + db, velocity):
                v *= 0.9
                v -= rate * g
                p += v
            losses.append(loss)
        history.append(np.mean(losses))
    return history
""",
}
CHECKS = {
    "layers": """
def difference(f, x, dy, step=1e-5):
    gradient = np.zeros_like(x)
    for i in np.ndindex(*x.shape):
        old = x[i]
        x[i] = old + step
        high = (f(x) * dy).sum()
        x[i] = old - step
        low = (f(x) * dy).sum()
        x[i] = old
        gradient[i] = (high - low) / (2 * step)
    return gradient

rng = np.random.default_rng(7)
for shape in [(3, 4), (1, 5), (6, 2), (4, 4)]:
    x, dy = rng.standard_normal(shape), rng.standard_normal(shape)
    for forward, backward in [(sigmoid, sigmoid_backward), (relu, relu_backward)]:
        y, cache = forward(x)
        assert np.allclose(backward(dy, cache), difference(lambda x: forward(x)[0], x, dy))
    w, b = rng.standard_normal((shape[1], 3)), rng.standard_normal(3)
    y, cache = affine(x, w, b)
    dy = rng.standard_normal(y.shape)
    dx, dw, db = affine_backward(dy, cache)
    assert np.allclose(dx, difference(lambda x: affine(x, w, b)[0], x, dy))
    assert np.allclose(dw, difference(lambda w: affine(x, w, b)[0], w, dy))
    assert np.allclose(db, difference(lambda b: affine(x, w, b)[0], b, dy))
assert np.isfinite(sigmoid(np.array([-1000.0, 1000.0]))[0]).all()
""",
    "loss": """
rng = np.random.default_rng(8)
for rows, classes in [(5, 3), (1, 4), (30, 10)]:
    logits, labels = rng.standard_normal((rows, classes)), rng.integers(0, classes, rows)
    loss, gradient = cross_entropy(logits, labels)
    expected = difference(lambda x: cross_entropy(x, labels)[0], logits, 1.0)
    assert np.allclose(gradient, expected, atol=1e-7)
assert np.isfinite(cross_entropy(np.array([[1000.0, -1000.0]]), np.array([1]))[0])
""",
    "network": """
rng = np.random.default_rng(9)
for sizes in [(4, 3), (4, 5, 3), (4, 5, 6, 3)]:
    network = Network(sizes, rng, 0.5)
    x, labels = rng.standard_normal((7, 4)), rng.integers(0, 3, 7)
    loss, (dw, db) = network.loss(x, labels)
    for p, g in zip(network.w + network.b, dw + db):
        assert np.allclose(g, difference(lambda _: network.loss(x, labels)[0], p, 1.0), atol=1e-7)
""",
    "solver": """
rng = np.random.default_rng(10)
centres = rng.standard_normal((10, 3072))
labels = rng.integers(0, 10, 2000)
x = centres[labels] + 3 * rng.standard_normal((2000, 3072))
network = Network((3072, 64, 10), rng)
history = train(network, x, labels, 5, 100, 0.05, rng)
assert len(history) == 5 and history[-1] < history[0]
assert (network.forward(x)[0].argmax(axis=1) == labels).mean() > 0.5
""",
}
MISTAKES = [("", ""), ("* y * (1 - y)", "* y"), ("(x > 0)", "(x < 0)"), ("/ len(labels)", ""), ("dy.sum(axis=0)", "dy.mean(axis=0)"), ("p += v", "p -= v")]


def notebook(mistake):
    book = nbformat.v4.new_notebook()
    book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    for name, solution in SOLUTION.items():
        for text, kind in [(solution.replace(*mistake) if mistake[0] else solution, "solution"), (CHECKS[name], "test")]:
            cell = nbformat.v4.new_code_cell(text.strip())
            is_test = kind == "test"
            cell.metadata["nbgrader"] = {
                "grade": is_test, "grade_id": f"{name}-{kind}", "locked": is_test, "schema_version": 3,
                "solution": not is_test, "task": False, **({"points": 25} if is_test else {})}
            book.cells.append(cell)
    return book


def course(folder):
    folder.mkdir()
    (folder / "nbgrader_config.py").write_text("c = get_config()\nc.CourseDirectory.course_id = 'course'\n")
    source = folder / "source/ex05"
    source.mkdir(parents=True)
    nbformat.write(notebook(("", "")), source / "ex05.ipynb")
    for i in range(options.count):
        hand_in = folder / f"submitted/student-{i:04}/ex05"
        hand_in.mkdir(parents=True)
        nbformat.write(notebook(MISTAKES[i % len(MISTAKES)]), hand_in / "ex05.ipynb")
    call(["-m", "nbgrader", "generate_assignment", "ex05", "--force"], folder)


def call(words, folder, **settings):
    # It calls a program of its environment by its name alone. What counts is what is there afterwards.
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    subprocess.run(
        [sys.executable, *words], cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, **settings)


def submissions(folder):
    solution = next(root.glob("Solutions/05-*"))
    files = {path.name: path.read_text() for path in solution.glob("*.swift")}
    changed = [
        ("", "", ""), ("ReLU.swift", ".> 0", ".< 0"), ("Solver.swift", "batch", "batch"),
        ("CrossEntropyFromLogits.swift", "max(", "max("), ("", "", ""), ("ReLU.swift", ".> 0", ".>= 0")]
    for i in range(options.count):
        place = folder / f"student-{i:04}"
        place.mkdir(parents=True)
        file, old, new = changed[i % len(changed)]
        for name, text in files.items():
            text = text.replace(old, new) if name == file else text
            (place / name).write_text(f"{text}\n// {i}\n")


def measured(run):
    with processor.Meter() as meter:
        began = time.monotonic()
        run(meter)
        took = time.monotonic() - began
        return options.count / took * 60, meter.seconds / options.count


ratios = []
for number in range(options.rounds):
    scratch = Path(tempfile.mkdtemp(prefix="gradus-nbgrader-"))
    try:
        course(scratch / "course")
        submissions(scratch / "class")
        theirs = measured(lambda meter: call(
            ["-m", "nbgrader", "autograde", "ex05"], scratch / "course", preexec_fn=meter.enter))
        graded = len(list((scratch / "course/autograded").glob("*/ex05/ex05.ipynb")))
        ours = measured(lambda meter: subprocess.run(
            [options.grader, "batch", str(scratch / "class"), "--exercise", "05", "--seed", str(11 + number),
             "--output", str(scratch / "out")], check=True, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            preexec_fn=meter.enter))
        reports = len(list((scratch / "out/reports").glob("*.json")))
        if (graded, reports) != (options.count, options.count):
            sys.exit(f"graded {graded} by nbgrader and {reports} here, of {options.count}")
        ratios.append(ours[0] / theirs[0])
        print(
            f"nbgrader {theirs[0]:.1f} a minute, {theirs[1]:.2f} s of processor each; "
            f"here {ours[0]:.1f} a minute, {ours[1]:.2f} s each: {ratios[-1]:.2f} times as many", flush=True)
    finally:
        shutil.rmtree(scratch)
print(f"median: {statistics.median(ratios):.2f} times as many submissions a minute")
