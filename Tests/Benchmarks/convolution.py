#!/usr/bin/env python3
"""Compares the convolutions of exercise 09 with PyTorch in float64, and with central differences.

    GRADUS_AUTHORS=1 GRADUS_EDITOR=1 GRADUS_SOLUTIONS=1 swift build -c release --product bench
    Tests/Benchmarks/convolution.py [--bench .build/release/bench] [--seed 1]

A line for each layer: how far its outputs and gradients are from PyTorch's, relative to their size or to
1, and its gradients from central differences of its own outputs. Entries of a maximum differ, and nothing
lies at a kink. Running statistics are left out, where the conventions differ: `conventions.py` has them.
The status is 1 where PyTorch is further than 1e-9 away or differences further than 1e-6.
"""

import sys

import numpy as np
import torch
import torch.nn.functional as F

from layers import arguments, compare, with_torch

# N, C, H, W; filters; height, width; stride, padding, dilation, groups.
CONVOLUTIONS = [
    ((2, 3, 5, 6), 4, (3, 2), (1, 0, 1, 1)), ((1, 4, 7, 5), 6, (3, 3), (2, 1, 1, 2)),
    ((2, 2, 8, 9), 3, (2, 3), (3, 2, 2, 1)), ((1, 4, 6, 6), 4, (3, 3), (1, 1, 1, 4)),
    ((2, 3, 4, 5), 2, (1, 1), (2, 0, 1, 1)), ((1, 6, 9, 7), 9, (2, 2), (2, 3, 3, 3)),
    ((2, 4, 7, 8), 6, (3, 2), (1, 1, 2, 2)), ((1, 2, 4, 5), 3, (2, 1), (1, 2, 1, 1)),
]

# N, C, H, W; height, width; stride, padding.
POOLINGS = [
    ((2, 3, 6, 4), (2, 2), (2, 0)), ((1, 2, 7, 8), (3, 3), (2, 1)),
    ((2, 1, 5, 6), (3, 2), (1, 1)), ((1, 2, 9, 7), (2, 3), (3, 0)),
]


def window(size, numbers):
    return dict(zip(["height", "width", "stride", "padding", "dilation", "groups"],
                    list(size) + list(numbers)))


def cases(rng):
    normal = rng.standard_normal

    def convolution(name, shape, filters, size, numbers):
        stride, padding, dilation, groups = numbers
        image = [(n + 2 * padding - dilation * (k - 1) - 1) // stride + 1
                 for n, k in zip(shape[2:], size)]
        return {"layer": name, "leaves": [
            normal(shape), normal((filters, shape[1] // groups, *size)), normal(filters)],
            "upstream": normal((shape[0], filters, *image)), "settings": window(size, numbers)}

    def pooling(name, shape, size, numbers):
        stride, padding = numbers
        image = [(n + 2 * padding - k) // stride + 1 for n, k in zip(shape[2:], size)]
        return {"layer": name, "leaves": [normal(shape)], "upstream": normal((*shape[:2], *image)),
                "settings": window(size, numbers)}

    def norm(shape, testing):
        case = {"layer": "batch norm", "leaves": [normal(s) for s in [shape, shape[1], shape[1]]],
                "settings": {"epsilon": 0.01}}
        if testing:
            case["settings"]["testing"] = 1
        else:
            case["upstream"] = normal(shape)
        return case

    def block(channels, filters, stride, shape):
        leaves = [normal(shape)]
        for c, k in [(channels, 3), (filters, 3)] + (
                [(channels, 1)] if channels != filters or stride != 1 else []):
            leaves += [normal((filters, c, k, k))] + [normal(filters) for _ in range(3)]
        side = [(n - 1) // stride + 1 for n in shape[2:]]
        return {"layer": "residual block", "leaves": leaves,
                "upstream": normal((shape[0], filters, *side)),
                "settings": {"filters": filters, "stride": stride}}

    def le_net(image, features):
        shapes = [(6, image[0], 5, 5), 6, (16, 6, 5, 5), 16, (features, 120), 120, (120, 84), 84,
                  (84, 10), 10]
        leaves = [normal((2, *image))] + [normal(s) / 5 for s in shapes]
        return {"layer": "LeNet", "leaves": leaves, "upstream": normal((2, 10)),
                "settings": {"classes": 10}}

    for title in ["convolution, naive", "convolution"]:
        yield title, [convolution(title, *numbers) for numbers in CONVOLUTIONS]
    for title in ["max pooling", "average pooling"]:
        yield title, [pooling(title, *numbers) for numbers in POOLINGS]
    shapes = [(3, 2, 2, 3), (1, 3, 3, 2), (4, 1, 1, 1)]
    yield "batch norm of images, training", [norm(shape, False) for shape in shapes]
    yield "batch norm of images, testing", [norm(shape, True) for shape in shapes]
    yield "residual block", [
        block(2, 2, 1, (2, 2, 4, 5)), block(2, 3, 2, (2, 2, 5, 6)), block(3, 3, 2, (1, 3, 6, 5))]
    yield "LeNet", [le_net((1, 28, 28), 400), le_net((3, 32, 32), 400)]
    yield "mean squared error", [
        {"layer": "mean squared error", "leaves": [normal(s), normal(s)]} for s in [(3, 4), (1, 7)]]


def formula(case):
    s = case.get("settings", {})

    def normalized(x, scale, shift, epsilon=1e-5):
        if s.get("testing"):
            zeros, ones = torch.zeros(len(scale)).double(), torch.ones(len(scale)).double()
            return F.batch_norm(x, zeros, ones, scale, shift, False, eps=epsilon)
        return F.batch_norm(x, None, None, scale, shift, True, eps=epsilon)

    def block(x, *p):
        y = normalized(F.conv2d(x, p[0], p[1], s["stride"], 1), *p[2:4]).relu()
        y = normalized(F.conv2d(y, p[4], p[5], 1, 1), *p[6:8])
        if len(p) > 8:
            x = normalized(F.conv2d(x, p[8], p[9], s["stride"]), *p[10:12])
        return (y + x).relu()

    def le_net(x, *p):
        x = F.max_pool2d(F.conv2d(x, p[0], p[1], padding=2 if x.shape[2] == 28 else 0).relu(), 2)
        x = F.max_pool2d(F.conv2d(x, p[2], p[3]).relu(), 2).flatten(1)
        return ((x @ p[4] + p[5]).relu() @ p[6] + p[7]).relu() @ p[8] + p[9]

    def convolution(x, w, b):
        return F.conv2d(x, w, b, s["stride"], s["padding"], s["dilation"], s["groups"])

    size = (s.get("height"), s.get("width"))
    return {
        "convolution, naive": convolution, "convolution": convolution,
        "max pooling": lambda x: F.max_pool2d(x, size, s["stride"], s["padding"]),
        "average pooling": lambda x: F.avg_pool2d(x, size, s["stride"], s["padding"]),
        "batch norm": lambda x, *p: normalized(x, *p, s["epsilon"]),
        "residual block": block, "LeNet": le_net, "mean squared error": F.mse_loss,
    }[case["layer"]]


def main():
    options = arguments(__doc__)
    rng = np.random.default_rng(options.seed)
    agree = compare(
        options.bench, "--images",
        lambda case: with_torch(case["leaves"], case.get("upstream"), formula(case)),
        list(cases(rng)), rng)
    sys.exit(0 if agree else 1)


if __name__ == "__main__":
    main()
