#!/usr/bin/env python3
"""Compares the recurrent layers of exercise 11 with PyTorch in float64, with the graph of exercise 07, and
with central differences.

    GRADUS_AUTHORS=1 GRADUS_EDITOR=1 GRADUS_SOLUTIONS=1 swift build -c release --product bench
    Tests/Benchmarks/recurrence.py [--bench .build/release/bench] [--seed 1]

A line for each layer: how far its outputs and gradients are from PyTorch's, relative to their size or to
1; from those of the graph, which is given the same formulas; and its gradients from central differences of
its own outputs. PyTorch has two biases, of which the second is 0 here. What is padded stands at the ends,
as PyTorch packs it, and no gradient comes to the outputs there. The status is 1 where PyTorch is further
than 1e-9 away, the graph further than 1e-10, or differences further than 1e-6.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile

import numpy as np
import torch

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
GATES = {"RNN": 1, "LSTM": 4, "GRU": 3}

# Steps, sequences, inputs, units; how long each sequence is where there is padding.
SHAPES = [((5, 3, 4, 2), None), ((1, 2, 3, 3), None), ((12, 1, 1, 4), None),
          ((5, 4, 2, 3), [5, 2, 1, 4])]


def make(rng, cell, both, shape, lengths):
    (steps, count, inputs, units), gates = shape, GATES[cell]
    normal = rng.standard_normal
    weights = [normal(s) for _ in range(2 if both else 1)
               for s in [(inputs, gates * units), (units, gates * units), gates * units]]
    states = 2 if cell == "LSTM" else 1
    upstream = normal((steps, count, units * (2 if both else 1)))
    case = {"cell": cell, "x": normal((steps, count, inputs)), "parameters": weights}
    if lengths:
        case["keep"] = (np.arange(steps)[:, None] < np.array(lengths)).astype(float)[..., None]
        upstream *= case["keep"]
    case["upstream"] = upstream
    case["state"] = [] if both else [normal((count, units)) for _ in range(states)]
    case["last"] = ([normal((count, 2 * units))] if both
                    else [normal((count, units)) for _ in range(states)])
    return case


def ours(bench, cases):
    def entries(x):
        if isinstance(x, list):
            return [entries(y) for y in x]
        return {"shape": list(x.shape), "scalars": x.reshape(-1).tolist()}

    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump([{key: value if key == "cell" else entries(value) for key, value in case.items()}
                   for case in cases], file)
        file.flush()
        run = subprocess.run([bench, "--recurrences", file.name], stdout=subprocess.PIPE, check=True)
    return [{way: [np.array(e["scalars"]).reshape(e["shape"]) for e in entries]
             for way, entries in case.items()} for case in json.loads(run.stdout)]


def with_torch(case):
    both, cell, keep = len(case["parameters"]) == 6, case["cell"], case.get("keep")
    x = torch.tensor(case["x"], requires_grad=True)
    inputs, units = case["x"].shape[2], case["parameters"][1].shape[0]
    layer = getattr(torch.nn, cell)(inputs, units, bidirectional=both).double()
    places = []
    with torch.no_grad():
        for end in ["", "_reverse"][:2 if both else 1]:
            w, u, b = case["parameters"][len(places):len(places) + 3]
            for name, value in [("weight_ih", w.T), ("weight_hh", u.T), ("bias_ih", b)]:
                places.append(getattr(layer, f"{name}_l0{end}"))
                places[-1].copy_(torch.tensor(value))
            getattr(layer, f"bias_hh_l0{end}").zero_()
    state = [torch.tensor(s[None], requires_grad=True) for s in case["state"]]
    first = None if both else tuple(state) if cell == "LSTM" else state[0]
    if keep is None:
        outputs, ends = layer(x, first)
    else:
        packed = torch.nn.utils.rnn.pack_padded_sequence(
            x, torch.tensor(keep.sum(axis=(0, 2)), dtype=torch.int64), enforce_sorted=False)
        outputs, ends = layer(packed, first)
        outputs = torch.nn.utils.rnn.pad_packed_sequence(outputs)[0]
    ends = list(ends) if cell == "LSTM" else [ends]
    ends = [torch.cat(list(ends[0]), 1)] if both else [end[0] for end in ends]
    loss = (outputs * torch.tensor(case["upstream"])).sum()
    for end, upstream in zip(ends, case["last"]):
        loss = loss + (end * torch.tensor(upstream)).sum()
    loss.backward()
    return [y.detach().numpy() for y in [outputs] + ends] + [x.grad.numpy()] + [
        p.grad.numpy().T for p in places] + [s.grad.numpy()[0] for s in state]


def differences(bench, case, step=1e-5):
    count = 1 + len(case["last"])
    leaves = [case["x"]] + case["parameters"] + case["state"]
    probes = []
    for leaf in range(len(leaves)):
        for entry in range(leaves[leaf].size):
            for sign in [1, -1]:
                moved = [y.copy() for y in leaves]
                moved[leaf].reshape(-1)[entry] += sign * step
                end = 1 + len(case["parameters"])
                probes.append(
                    dict(case, x=moved[0], parameters=moved[1:end], state=moved[end:]))
    above = [case["upstream"]] + case["last"]
    losses = iter([sum((u * y).sum() for u, y in zip(above, out["ours"][:count]))
                   for out in ours(bench, probes)])
    return [np.array([(next(losses) - next(losses)) / (2 * step) for _ in range(leaf.size)])
            .reshape(leaf.shape) for leaf in leaves]


def apart(a, b):
    assert len(a) == len(b)
    return max(float((abs(x - y) / np.maximum(1, abs(y))).max()) for x, y in zip(a, b))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--bench", default=os.path.join(ROOT, ".build/release/bench"))
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    rng = np.random.default_rng(arguments.seed)
    print("| layer | cases | outputs, PyTorch | gradients, PyTorch | graph of 07 | gradients, differences |")
    print("| --- | --- | --- | --- | --- | --- |")
    fails = False
    for cell, both in [("RNN", False), ("LSTM", False), ("GRU", False), ("LSTM", True)]:
        rows = []
        for shape, lengths in SHAPES:
            if both and lengths:
                continue
            case = make(rng, cell, both, shape, lengths)
            out = ours(arguments.bench, [case])[0]
            seen, graph, other = out["ours"], out["graph"], with_torch(case)
            count = 1 + len(case["last"])
            keep = case.get("keep", 1)
            rows.append((
                apart([seen[0] * keep] + seen[1:count], other[:count]),
                apart(seen[count:], other[count:]), apart(seen, graph),
                apart(seen[count:], differences(arguments.bench, case))))
        worst = [max(column) for column in zip(*rows)]
        fails = fails or max(worst[:2]) > 1e-9 or worst[2] > 1e-10 or worst[3] > 1e-6
        name = cell + (", both directions" if both else "")
        print(f"| {name} | {len(rows)} | " + " | ".join(f"{x:.0e}" for x in worst) + " |")
    sys.exit(1 if fails else 0)


if __name__ == "__main__":
    main()
