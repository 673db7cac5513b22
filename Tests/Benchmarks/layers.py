"""What the scripts that compare layers with PyTorch have in common: cases, answers of `bench`, a table.

A case has a layer's name, its input or inputs and its parameters, and what else the layer takes. `bench`
prints for each what the layer gives, and the gradients at the leaves, given the one from above.
"""

import argparse
import json
import os
import subprocess
import tempfile

import numpy as np

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def arguments(text):
    parser = argparse.ArgumentParser(description=text.split("\n\n")[0])
    parser.add_argument("--bench", default=os.path.join(ROOT, ".build/release/bench"))
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def entries(x):
    x = np.asarray(x, dtype=float)
    return {"shape": list(x.shape), "scalars": x.reshape(-1).tolist()}


def written(case):
    """A case as `bench` reads it: arrays have a shape."""
    kinds = {"leaves": lambda x: [entries(y) for y in x], "upstream": entries, "mask": entries}
    return {key: kinds.get(key, lambda x: x)(value) for key, value in case.items()
            if value is not None}


def ours(bench, flag, cases):
    """For each case what the layer gives, and the gradients at the leaves."""
    def tensor(e):
        return np.array(e["scalars"]).reshape(e["shape"])

    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump([written(case) for case in cases], file)
        file.flush()
        run = subprocess.run([bench, flag, file.name], stdout=subprocess.PIPE, check=True)
    return [(tensor(out["output"]), [tensor(g) for g in out["gradients"]])
            for out in json.loads(run.stdout)]


def slopes(bench, flag, case, rng, count=12, step=1e-5):
    """Central differences of Σ upstream · output at up to `count` entries of each leaf, drawn.

    Of a large network two entries have to do: all its parameters go into a file for each of them.
    """
    if sum(x.size for x in case["leaves"]) > 10_000:
        count = 2
    places = [(leaf, int(entry)) for leaf, x in enumerate(case["leaves"])
              for entry in rng.choice(x.size, min(count, x.size), replace=False)]
    probes = []
    for leaf, entry in places:
        for sign in [1, -1]:
            moved = [x.copy() for x in case["leaves"]]
            moved[leaf].reshape(-1)[entry] += sign * step
            probes.append(dict(case, leaves=moved))
    upstream = case.get("upstream", 1)
    losses = iter([float((upstream * y).sum()) for y, _ in ours(bench, flag, probes)])
    return [(place, (next(losses) - next(losses)) / (2 * step)) for place in places]


def apart(a, b):
    """The greatest difference, relative to the size of b or to 1; infinite where shapes differ."""
    a, b = np.asarray(a), np.asarray(b)
    if a.shape != b.shape:
        return float("inf")
    return float((abs(a - b) / np.maximum(1, abs(b))).max(initial=0))


def compare(bench, flag, rival, families, rng):
    """Prints a line for each family of cases, (title, cases). Returns whether all agree.

    `rival(case)` returns what PyTorch gives, and its gradients at the leaves: as many as ours has.
    """
    print("| layer | cases | outputs, PyTorch | gradients, PyTorch | gradients, differences | agrees |")
    print("| --- | --- | --- | --- | --- | --- |")
    agree = True
    for title, cases in families:
        worst = [0.0, 0.0, 0.0]
        has_gradients = False
        for case, (output, gradients) in zip(cases, ours(bench, flag, cases)):
            other, there = rival(case)
            worst[0] = max(worst[0], apart(output, other))
            if "upstream" not in case and output.size > 1:
                continue
            has_gradients = True
            assert len(gradients) == len(there), (title, len(gradients), len(there))
            for a, b in zip(gradients, there):
                worst[1] = max(worst[1], apart(a, b))
            for (leaf, entry), slope in slopes(bench, flag, case, rng):
                if leaf < len(gradients):
                    worst[2] = max(worst[2], apart(gradients[leaf].reshape(-1)[entry], slope))
        here = max(worst[:2]) <= 1e-9 and worst[2] <= 1e-6
        agree = agree and here
        columns = [f"{x:.0e}" for x in (worst if has_gradients else worst[:1])]
        columns += [""] * (3 - len(columns))
        print(f"| {title} | {len(cases)} | " + " | ".join(columns)
              + f" | {'yes' if here else 'no'} |")
    return agree


def with_torch(leaves, upstream, formula):
    """What a formula of tensors gives, and its gradients at them."""
    import torch

    tensors = [torch.tensor(x, dtype=torch.float64, requires_grad=True) for x in leaves]
    y = formula(*tensors)
    if upstream is None and y.numel() > 1:
        return y.detach().numpy(), []
    y.backward(torch.ones_like(y) if upstream is None else torch.tensor(upstream))
    return y.detach().numpy(), [
        np.zeros(x.shape) if x.grad is None else x.grad.numpy() for x in tensors]
