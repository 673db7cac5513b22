#!/usr/bin/env python3
"""Compares the layers of exercise 10 with PyTorch in float64, and with central differences.

    GRADUS_AUTHORS=1 GRADUS_EDITOR=1 GRADUS_SOLUTIONS=1 swift build -c release --product bench
    Tests/Benchmarks/segmentation.py [--bench .build/release/bench] [--seed 1]

A line for each layer: how far its outputs and gradients are from PyTorch's, relative to their size or to
1, and its gradients from central differences of its own outputs. Mean intersection over union and pixel
accuracy stand beside the plain formula in NumPy. A batch of which all pixels are ignored is left out,
where the conventions differ: `conventions.py` has it. The status is 1 where PyTorch is further than 1e-9
away or differences further than 1e-6.
"""

import sys

import numpy as np
import torch
import torch.nn.functional as F

from layers import arguments, compare, with_torch

# N, C, H, W; filters; height, width; stride, padding, dilation, output padding.
TRANSPOSED = [
    ((2, 3, 4, 5), 2, (3, 2), (1, 0, 1, 0)), ((1, 2, 3, 4), 4, (2, 2), (2, 0, 1, 0)),
    ((2, 4, 3, 3), 3, (3, 3), (2, 1, 1, 1)), ((1, 2, 4, 3), 2, (4, 3), (3, 2, 1, 2)),
    ((1, 3, 3, 5), 2, (3, 2), (2, 1, 2, 1)), ((2, 1, 1, 1), 1, (2, 3), (3, 0, 1, 2)),
]

# N, C, H, W; factor.
UPSAMPLINGS = [((2, 3, 3, 4), 2), ((1, 2, 4, 3), 3), ((1, 1, 1, 5), 4), ((2, 1, 2, 1), 5),
               ((1, 2, 3, 2), 1)]


def cases(rng):
    normal = rng.standard_normal

    def transposed(shape, filters, size, numbers):
        stride, padding, dilation, more = numbers
        image = [(n - 1) * stride - 2 * padding + dilation * (k - 1) + 1 + more
                 for n, k in zip(shape[2:], size)]
        return {"layer": "transposed convolution", "leaves": [
            normal(shape), normal((shape[1], filters, *size)), normal(filters)],
            "upstream": normal((shape[0], filters, *image)),
            "settings": dict(zip(
                ["height", "width", "stride", "padding", "dilation", "outputPadding"],
                list(size) + list(numbers)))}

    def upsampling(name, shape, factor, **more):
        return {"layer": name, "leaves": [normal(shape)],
                "upstream": normal((*shape[:2], *(factor * n for n in shape[2:]))),
                "settings": dict(factor=factor, **more)}

    def entropy(shape, ignored, share, weighted):
        labels = rng.integers(0, shape[1], shape[0] * shape[2] * shape[3])
        labels[rng.random(len(labels)) < share] = ignored
        labels[0] = 1
        leaves = [3 * normal(shape)] + ([rng.random(shape[1])] if weighted else [])
        return {"layer": "cross-entropy of pixels", "leaves": leaves[:2],
                "labels": labels.tolist(), "settings": {"ignored": ignored}}

    def u_net(shape, classes):
        c, (a, b) = shape[1], (2, 3)
        shapes = [(a, c, 3, 3), a, a, a, (b, a, 3, 3), b, b, b, (b, a, 2, 2), a,
                  (a, 2 * a, 3, 3), a, a, a, (classes, a, 1, 1), classes]
        return {"layer": "U-Net", "leaves": [normal(shape)] + [normal(s) for s in shapes],
                "upstream": normal((shape[0], classes, *shape[2:])),
                "settings": {"classes": classes}}

    def measures(classes, present, count, share):
        labels = rng.integers(0, present, count)
        found = np.where(rng.random(count) < 0.6, labels, rng.integers(0, present, count))
        labels[rng.random(count) < share] = 255
        return {"layer": "measures of pixels", "leaves": [found.astype(float)],
                "labels": labels.tolist(), "settings": {"classes": classes, "ignored": 255}}

    yield "transposed convolution", [transposed(*numbers) for numbers in TRANSPOSED]
    yield "nearest upsampling", [upsampling("nearest upsampling", *u) for u in UPSAMPLINGS]
    for title, aligns in [("half pixels", 0), ("aligned corners", 1)]:
        yield f"bilinear upsampling, {title}", [
            upsampling("bilinear upsampling", *u, alignsCorners=aligns) for u in UPSAMPLINGS]
    yield "cross-entropy of pixels", [entropy((2, 3, 3, 4), -1, 0, False)]
    yield "cross-entropy of pixels, some ignored", [
        entropy((2, 3, 3, 4), 255, 0.3, False), entropy((1, 2, 4, 3), -1, 0.9, False)]
    yield "cross-entropy of pixels, class weights, some ignored", [
        entropy((2, 4, 3, 3), 255, 0.3, True)]
    yield "U-Net of two levels", [u_net((2, 3, 4, 6), 3)]
    yield "mean IoU and pixel accuracy", [
        measures(4, 4, 60, 0), measures(6, 3, 40, 0.3), measures(3, 1, 5, 0.2)]


def measures(case):
    """Of each class that is there or was found: the common pixels by those of either. And what is right."""
    found, labels = case["leaves"][0].astype(int), np.array(case["labels"])
    found, labels = found[labels != 255], labels[labels != 255]
    shares = [((found == c) & (labels == c)).sum() / ((found == c) | (labels == c)).sum()
              for c in range(case["settings"]["classes"]) if ((found == c) | (labels == c)).any()]
    return np.array([np.mean(shares), (found == labels).mean()]), []


def formula(case):
    s = case["settings"]

    def normalized(x, scale, shift):
        return F.batch_norm(x, None, None, scale, shift, True).relu()

    def entropy(logits, weights=None):
        labels = torch.tensor(case["labels"]).reshape(logits[:, 0].shape)
        return F.cross_entropy(
            logits, labels, None if weights is None else weights.detach(),
            ignore_index=s["ignored"])

    def u_net(x, *p):
        x = normalized(F.conv2d(x, p[0], p[1], padding=1), *p[2:4])
        y = normalized(F.conv2d(F.max_pool2d(x, 2), p[4], p[5], padding=1), *p[6:8])
        y = torch.cat([x, F.conv_transpose2d(y, p[8], p[9], stride=2)], 1)
        return F.conv2d(normalized(F.conv2d(y, p[10], p[11], padding=1), *p[12:14]), *p[14:16])

    return {
        "transposed convolution": lambda x, w, b: F.conv_transpose2d(
            x, w, b, s["stride"], s["padding"], s["outputPadding"], 1, s["dilation"]),
        "nearest upsampling": lambda x: F.interpolate(x, scale_factor=s["factor"]),
        "bilinear upsampling": lambda x: F.interpolate(
            x, scale_factor=s["factor"], mode="bilinear", align_corners=bool(s["alignsCorners"])),
        "cross-entropy of pixels": entropy, "U-Net": u_net,
    }[case["layer"]]


def rival(case):
    if case["layer"] == "measures of pixels":
        return measures(case)
    output, gradients = with_torch(case["leaves"], case.get("upstream"), formula(case))
    # Class weights are settings: nothing comes back to them.
    return output, gradients[:1] if case["layer"] == "cross-entropy of pixels" else gradients


def main():
    options = arguments(__doc__)
    rng = np.random.default_rng(options.seed)
    agree = compare(options.bench, "--images", rival, list(cases(rng)), rng)
    sys.exit(0 if agree else 1)


if __name__ == "__main__":
    main()
