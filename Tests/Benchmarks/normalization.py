#!/usr/bin/env python3
"""Compares the normalizations of exercise 08 with PyTorch in float64, and with central differences.

    GRADUS_AUTHORS=1 GRADUS_EDITOR=1 GRADUS_SOLUTIONS=1 swift build -c release --product bench
    Tests/Benchmarks/normalization.py [--bench .build/release/bench] [--seed 1]

A line for each layer: how far its outputs and gradients are from PyTorch's, relative to their size or to
1, and its gradients from central differences of its own outputs. The running variance is left out, where
the conventions differ. The status is 1 where PyTorch is further than 1e-9 away or differences further
than 1e-6.
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
SHAPES = {
    "batch": [((5, 3), 0), ((2, 4), 0), ((41, 1), 0)],
    "batch, testing": [((5, 3), 0), ((1, 4), 0)],
    "layer": [((5, 3), 0), ((2, 3, 4), 0), ((1, 6), 0)],
    "group": [((3, 4, 3), 2), ((2, 6, 2, 2), 3), ((2, 6), 2)],
}


def ours(bench, cases):
    def entries(x):
        return {"shape": list(x.shape), "scalars": x.reshape(-1).tolist()}

    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump([
            dict(zip(["x", "scale", "shift", "upstream"], map(entries, arrays)), layer=name,
                 groups=groups) for name, groups, arrays in cases], file)
        file.flush()
        run = subprocess.run(
            [bench, "--normalizations", file.name], stdout=subprocess.PIPE, check=True)
    return [[np.array(e["scalars"]).reshape(e["shape"]) for e in case]
            for case in json.loads(run.stdout)]


def with_torch(name, groups, arrays):
    x, scale, shift = (torch.tensor(a, requires_grad=True) for a in arrays[:3])
    F = torch.nn.functional
    if name.startswith("batch"):
        mean, variance = torch.zeros(len(arrays[1])).double(), torch.ones(len(arrays[1])).double()
        y = F.batch_norm(x, mean, variance, scale, shift, training=name == "batch", eps=1e-5)
    elif name == "layer":
        y = F.layer_norm(x, scale.shape, scale, shift, eps=1e-5)
    else:
        y = F.group_norm(x, groups, scale, shift, eps=1e-5)
    y.backward(torch.tensor(arrays[3]))
    return [y.detach().numpy()] + [a.grad.numpy() for a in (x, scale, shift)]


def differences(bench, case, step=1e-5):
    name, groups, arrays = case
    probes = []
    for part in range(3):
        for entry in range(arrays[part].size):
            for sign in [1, -1]:
                moved = [a.copy() for a in arrays]
                moved[part].reshape(-1)[entry] += sign * step
                probes.append((name, groups, moved))
    losses = iter((arrays[3] * out[0]).sum() for out in ours(bench, probes))
    return [np.array([(next(losses) - next(losses)) / (2 * step) for _ in range(a.size)])
            .reshape(a.shape) for a in arrays[:3]]


def apart(a, b):
    return max(float((abs(x - y) / np.maximum(1, abs(y))).max()) for x, y in zip(a, b))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bench", default=os.path.join(ROOT, ".build/release/bench"))
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    rng = np.random.default_rng(arguments.seed)
    print("| layer | cases | outputs, PyTorch | gradients, PyTorch | gradients, differences |")
    print("| --- | --- | --- | --- | --- |")
    fails = False
    for name, shapes in SHAPES.items():
        rows = []
        for shape, groups in shapes:
            features = shape[-1] if name == "layer" else shape[1]
            arrays = [rng.standard_normal(s) for s in [shape, features, features, shape]]
            case = (name, groups, arrays)
            seen, other = ours(arguments.bench, [case])[0], with_torch(*case)
            rows.append((apart(seen[:1], other[:1]), apart(seen[1:], other[1:]),
                         apart(seen[1:], differences(arguments.bench, case))))
        worst = [max(column) for column in zip(*rows)]
        fails = fails or max(worst[:2]) > 1e-9 or worst[2] > 1e-6
        print(f"| {name} | {len(rows)} | " + " | ".join(f"{x:.0e}" for x in worst) + " |")
    sys.exit(1 if fails else 0)


if __name__ == "__main__":
    main()
