#!/usr/bin/env python3
"""Compares the graph of exercise 07 with PyTorch, with central differences, and with a graph in NumPy.

    GRADUS_AUTHORS=1 GRADUS_EDITOR=1 GRADUS_SOLUTIONS=1 swift build -c release --product bench
    Tests/Benchmarks/autograd.py [--bench .build/release/bench] [--seed 1] [--threads 1]

The first table has a line for each operation: how far its values and gradients are from PyTorch's in
float64, and its gradients from central differences of its own values, relative to their size or to 1.
Where PyTorch cannot be imported, its column is left out. The second has the time of a step of the network
of exercise 05: on the graph, written by hand, and on a graph of the same design in NumPy. The status is 1
where PyTorch is further than 1e-9 away or differences further than 1e-6.
"""

import argparse
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
NETWORKS = [(3072, 256, 10, 100), (3072, 200, 10, 64), (64, 32, 10, 16), (8, 8, 4, 4)]


def cases(np, seed):
    """An input for each operation, away from kinks and ties."""
    rng = np.random.default_rng(seed)

    def normal(*shape):
        x = rng.standard_normal(shape)
        return np.where(abs(x) < 0.2, x + np.copysign(0.2, x), x)

    two = [("add", {}), ("subtract", {}), ("multiply", {}), ("divide", {})]
    pairs = [((3, 4), (4,)), ((3, 1), (4,)), ((2, 3, 1), (3, 5)), ((), (2, 3)), ((3, 3), (3, 1))]
    result = [(name, [normal(*a), normal(*b)], {}) for name, _ in two for a, b in pairs]
    for name in ["negate", "exp", "relu", "tanh", "sigmoid"]:
        result.append((name, [normal(3, 4)], {}))
    result.append(("log", [abs(normal(3, 4))], {}))
    for exponent in [2.0, 3.0, -1.0, -2.0]:
        result.append(("power", [normal(3, 4)], {"exponent": exponent}))
    result += [("power", [abs(normal(5))], {"exponent": e}) for e in [0.5, 1.5, -0.7]]
    for name in ["sum", "mean", "max"]:
        result.append((name, [normal(3, 4)], {}))
        result += [(name, [normal(2, 3, 4)], {"axis": axis}) for axis in range(3)]
    result += [("logSumExp", [normal(3, 4)], {"axis": axis}) for axis in range(2)]
    result.append(("matmul", [normal(3, 4), normal(4, 2)], {}))
    result.append(("reshape", [normal(3, 4)], {"numbers": [2, 6]}))
    result += [("transpose", [normal(2, 3, 4)], {"numbers": axes}) for axes in [[1, 2, 0], [2, 1, 0]]]
    result += [("concatenate", [normal(2, 3), normal(2, 3)], {"axis": axis}) for axis in range(2)]
    result.append(("rows", [normal(4, 3)], {"numbers": [2, 0, 2, 2]}))
    result.append(("gather", [normal(3, 4)], {"axis": 1, "numbers": [3, 0, 1]}))
    result.append(("detach", [normal(3, 4)], {}))
    result.append(("network", [normal(5, 4), normal(4, 6), normal(6), normal(6, 3), normal(3)], {}))
    return result


def ours(bench, np, tasks):
    def entries(x):
        return {"shape": list(x.shape), "scalars": x.reshape(-1).tolist()}

    def tensor(entries):
        return np.array(entries["scalars"]).reshape(entries["shape"])

    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump([
            dict(more, operation=name, leaves=[entries(x) for x in leaves],
                 **({} if upstream is None else {"upstream": entries(upstream)}))
            for name, leaves, more, upstream in tasks], file)
        file.flush()
        run = subprocess.run([bench, "--graphs", file.name], stdout=subprocess.PIPE, check=True)
    return [(tensor(out["value"]), [tensor(g) for g in out["gradients"]])
            for out in json.loads(run.stdout)]


def with_torch(np, tasks):
    import torch

    def of(x, axis, whole, along):
        return whole(x) if axis is None else along(x, axis)

    formulas = {
        "add": lambda x, _: x[0] + x[1], "subtract": lambda x, _: x[0] - x[1],
        "negate": lambda x, _: -x[0], "multiply": lambda x, _: x[0] * x[1],
        "divide": lambda x, _: x[0] / x[1], "power": lambda x, m: x[0] ** m["exponent"],
        "exp": lambda x, _: x[0].exp(), "log": lambda x, _: x[0].log(),
        "relu": lambda x, _: x[0].relu(), "tanh": lambda x, _: x[0].tanh(),
        "sigmoid": lambda x, _: x[0].sigmoid(),
        "sum": lambda x, m: of(x[0], m.get("axis"), torch.sum, torch.sum),
        "mean": lambda x, m: of(x[0], m.get("axis"), torch.mean, torch.mean),
        "max": lambda x, m: of(x[0], m.get("axis"), torch.max, lambda x, a: x.max(dim=a).values),
        "logSumExp": lambda x, m: torch.logsumexp(x[0], m["axis"]),
        "matmul": lambda x, _: x[0] @ x[1], "reshape": lambda x, m: x[0].reshape(m["numbers"]),
        "transpose": lambda x, m: x[0].permute(m["numbers"]),
        "concatenate": lambda x, m: torch.cat(x, m["axis"]),
        "rows": lambda x, m: x[0][m["numbers"]],
        "gather": lambda x, m: x[0][range(len(m["numbers"])), m["numbers"]],
        "detach": lambda x, _: x[0].detach() * x[0],
        "network": lambda x, _: torch.logsumexp(
            (x[0] @ x[1] + x[2]).relu() @ x[3] + x[4], 1).mean(),
    }
    for name, leaves, more, upstream in tasks:
        x = [torch.tensor(leaf, dtype=torch.float64, requires_grad=True) for leaf in leaves]
        value = formulas[name](x, more)
        value.backward(torch.tensor(upstream, dtype=torch.float64))
        yield value.detach().numpy(), [leaf.grad.numpy() for leaf in x]


def differences(bench, np, tasks, step=1e-5):
    """The slopes of Σ upstream · value at each leaf. `detach` is left out: no difference sees it."""
    probes, places = [], []
    for number, (name, leaves, more, upstream) in enumerate(tasks):
        for leaf, x in enumerate(leaves):
            for entry in range(x.size):
                for sign in [1, -1]:
                    moved = [y.copy() for y in leaves]
                    moved[leaf].reshape(-1)[entry] += sign * step
                    probes.append((name, moved, more, None))
                    places.append((number, leaf, entry, sign))
    slopes = [[np.zeros_like(x) for x in leaves] for _, leaves, _, _ in tasks]
    for (value, _), (number, leaf, entry, sign) in zip(ours(bench, np, probes), places):
        loss = (tasks[number][3] * value).sum()
        slopes[number][leaf].reshape(-1)[entry] += sign * loss / (2 * step)
    return slopes


def apart(np, a, b):
    return max(float((abs(x - y) / np.maximum(1, abs(y))).max()) for x, y in zip(a, b))


class Node:
    """micrograd, with arrays: a closure for each way back, a recursion for the order."""

    def __init__(self, data, children=()):
        self.data, self.grad, self.children = data, None, children
        self.way = lambda: None

    def add(self, gradient):
        while gradient.ndim > self.data.ndim:
            gradient = gradient.sum(axis=0)
        self.grad = gradient if self.grad is None else self.grad + gradient

    def made(self, data, children, way):
        out = Node(data, children)
        out.way = lambda: way(out.grad)
        return out

    def matmul(self, w):
        def way(g):
            self.add(g @ w.data.T)
            w.add(self.data.T @ g)
        return self.made(self.data @ w.data, (self, w), way)

    def plus(self, b):
        def way(g):
            self.add(g)
            b.add(g)
        return self.made(self.data + b.data, (self, b), way)

    def scaled(self, factor):
        return self.made(self.data * factor, (self,), lambda g: self.add(g * factor))

    def minus(self, b):
        return self.plus(b.scaled(self.data.dtype.type(-1)))

    def square(self):
        return self.made(self.data ** 2, (self,), lambda g: self.add(g * 2 * self.data))

    def total(self):
        shape = self.data.shape
        return self.made(
            self.data.sum(), (self,), lambda g: self.add(g * self.ones(shape)))

    def ones(self, shape):
        import numpy
        return numpy.ones(shape, self.data.dtype)

    def relu(self, np):
        return self.made(
            np.maximum(self.data, 0), (self,), lambda g: self.add(g * (self.data > 0)))

    def log_sum_exp(self, np):
        greatest = self.data.max(axis=1, keepdims=True)
        powers = np.exp(self.data - greatest)
        sums = powers.sum(axis=1, keepdims=True)
        return self.made(
            (np.log(sums) + greatest)[:, 0], (self,),
            lambda g: self.add(powers / sums * g[:, None]))

    def gathered(self, np, labels):
        def way(g):
            gradient = np.zeros_like(self.data)
            gradient[range(len(labels)), labels] = g
            self.add(gradient)
        return self.made(self.data[range(len(labels)), labels], (self,), way)

    def backward(self):
        order, seen = [], set()

        def visit(node):
            if node not in seen:
                seen.add(node)
                for child in node.children:
                    visit(child)
                order.append(node)

        visit(self)
        self.grad = self.ones(self.data.shape)
        for node in reversed(order):
            node.way()


def numpy_step(np, sizes):
    """Returns the seconds of a step with SGD with momentum, the median of some."""
    inputs, hidden, classes, samples = sizes
    rng = np.random.default_rng(7)
    make = lambda *shape: (0.01 * rng.standard_normal(shape)).astype(np.float32)
    parameters = [Node(x) for x in [
        make(inputs, hidden), np.zeros(hidden, np.float32),
        make(hidden, classes), np.zeros(classes, np.float32)]]
    velocities = [np.zeros_like(p.data) for p in parameters]
    x = rng.standard_normal((samples, inputs)).astype(np.float32)
    labels = np.arange(samples) % classes
    times, end = [], time.perf_counter() + 0.15
    while time.perf_counter() < end or len(times) < 41:
        start = time.perf_counter()
        w, b, v, c = parameters
        for parameter in parameters:
            parameter.grad = None
        logits = Node(x).matmul(w).plus(b).relu(np).matmul(v).plus(c)
        losses = logits.log_sum_exp(np).minus(logits.gathered(np, labels))
        loss = losses.total().scaled(np.float32(1 / samples))
        for weights in [w, v]:
            loss = loss.plus(weights.square().total().scaled(np.float32(1e-3)))
        loss.backward()
        for i, parameter in enumerate(parameters):
            velocities[i] = 0.9 * velocities[i] - np.float32(1e-3) * parameter.grad
            parameter.data = parameter.data + velocities[i]
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bench", default=os.path.join(ROOT, ".build/release/bench"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", default="1")
    arguments = parser.parse_args()
    for name in ["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"]:
        os.environ[name] = arguments.threads
    import numpy as np

    rng = np.random.default_rng(arguments.seed + 1)
    plain = [(name, leaves, more, None) for name, leaves, more in cases(np, arguments.seed)]
    values = [value for value, _ in ours(arguments.bench, np, plain)]
    tasks = [task[:3] + (rng.standard_normal(v.shape),) for task, v in zip(plain, values)]
    seen = ours(arguments.bench, np, tasks)
    slopes = differences(arguments.bench, np, tasks)
    has_torch = importlib.util.find_spec("torch") is not None
    torch = list(with_torch(np, tasks)) if has_torch else [None] * len(tasks)

    rows = {}
    for (name, *_), (value, gradients), slope, other in zip(tasks, seen, slopes, torch):
        row = rows.setdefault(name, [0, 0.0, 0.0, 0.0])
        row[0] += 1
        if other:
            row[1] = max(row[1], apart(np, [value], [other[0]]))
            row[2] = max(row[2], apart(np, gradients, other[1]))
        if name != "detach":
            row[3] = max(row[3], apart(np, gradients, slope))
    print("| operation | cases | value, PyTorch | gradients, PyTorch | gradients, differences |")
    print("| --- | --- | --- | --- | --- |")
    fails = False
    for name, (count, value, gradient, difference) in rows.items():
        fails = fails or max(value, gradient) > 1e-9 or difference > 1e-6
        columns = [f"{value:.0e}", f"{gradient:.0e}"] if has_torch else ["", ""]
        print(f"| {name} | {count} | {' | '.join(columns)} | {difference:.0e} |")

    print("\n| step of inputs, hidden, classes, batch | graph | by hand | NumPy graph "
          "| NumPy : graph | graph : by hand |")
    print("| --- | --- | --- | --- | --- | --- |")
    for sizes in NETWORKS:
        command = [arguments.bench, "--threads", arguments.threads,
                   "--steps", ",".join(map(str, sizes))]
        rounds = []
        for _ in range(5):
            run = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
            rounds.append((run["graph"], run["hand"], numpy_step(np, sizes)))
        graph, hand, rival = (statistics.median(column) for column in zip(*rounds))
        print(f"| {', '.join(map(str, sizes))} | {graph * 1e3:.3f} ms | {hand * 1e3:.3f} ms "
              f"| {rival * 1e3:.3f} ms | {rival / graph:.2f} | {graph / hand:.2f} |")
    sys.exit(1 if fails else 0)


if __name__ == "__main__":
    main()
