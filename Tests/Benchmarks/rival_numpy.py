"""What a student would write in NumPy."""

import os

import numpy as np

from rivals import products, random, seconds

TYPES = [("f32", np.float32), ("f64", np.float64)]


def run(rows, threads, data, records):
    products(rows, lambda x: x, TYPES)
    for name, type in TYPES:
        entries(rows, name, type)
        optimizers(rows, name, type)
        reductions(rows, name, type)
        layers(rows, name, type)
        convolutions(rows, name, type)
    small(rows)
    if data and rows.wants("training"):
        for name, type in TYPES:
            epoch(rows, name, type, data)


def entries(rows, type_name, type):
    x, y, row = random((1000, 1000), type), random((1000, 1000), type), random(1000, type)
    positive = abs(x) + type(0.1)
    total = x.copy()

    def add_in_place():
        nonlocal total
        total += y

    for name, body in [
        ("exp", lambda: np.exp(x)), ("log", lambda: np.log(positive)),
        ("tanh", lambda: np.tanh(x)), ("sqrt", lambda: np.sqrt(positive)),
        ("relu", lambda: np.maximum(x, 0)), ("relu backward", lambda: np.where(x <= 0, 0, y)),
        ("sigmoid", lambda: 1 / (1 + np.exp(-x))), ("add", lambda: x + y),
        ("add bias", lambda: x + row), ("add in place", add_in_place),
    ]:
        rows.measure("entries", f"{name} {type_name}", body)


class Adam:
    def __init__(self, weights):
        self.mean, self.square, self.step = np.zeros_like(weights), np.zeros_like(weights), 0

    def move(self, weights, gradient, rate=1e-3):
        self.step += 1
        self.mean = 0.9 * self.mean + 0.1 * gradient
        self.square = 0.999 * self.square + 0.001 * gradient * gradient
        a, b = 1 - 0.9**self.step, 1 - 0.999**self.step
        weights -= rate / a * self.mean / (np.sqrt(self.square / b) + 1e-8)


def optimizers(rows, name, type):
    gradient, weights = random(1_000_000, type), random(1_000_000, type)
    velocity = np.zeros_like(weights)

    def sgd():
        nonlocal weights
        weights -= 1e-6 * gradient

    def momentum():
        nonlocal weights, velocity
        velocity = 0.9 * velocity - 1e-6 * gradient
        weights += velocity

    adam = Adam(weights)
    rows.measure("optimizers", f"SGD {name}", sgd)
    rows.measure("optimizers", f"momentum {name}", momentum)
    rows.measure("optimizers", f"Adam {name}", lambda: adam.move(weights, gradient))


def reductions(rows, type_name, type):
    x = random((1000, 1000), type)
    tall = x.reshape(100_000, 10)
    for name, body in [
        ("sum", lambda: x.sum()), ("sum along 0", lambda: x.sum(axis=0)),
        ("sum along 1", lambda: x.sum(axis=1)), ("max along 0", lambda: x.max(axis=0)),
        ("max along 1", lambda: x.max(axis=1)), ("argmax along 1", lambda: x.argmax(axis=1)),
        ("max of 10 along 1", lambda: tall.max(axis=1)),
        ("argmax of 10 along 1", lambda: tall.argmax(axis=1)),
        ("sum of 10 along 1", lambda: tall.sum(axis=1)),
    ]:
        rows.measure("reductions", f"{name} {type_name}", body)


def softmax(x):
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def layers(rows, type_name, type):
    scores, logits = random((1000, 1000), type), random((256, 10), type)
    x, gamma, beta = random((256, 1024), type), random(1024, type), random(1024, type)
    q, k, v = (random((32, 8, 64, 32), type) for _ in range(3))
    images = random((64, 32, 32, 32), type)
    table, words = random((10_000, 64), type), np.arange(4096) * 7919 % 10_000

    def batch_norm():
        centred = x - x.mean(axis=0)
        variance = (centred * centred).mean(axis=0)
        return centred * (gamma / np.sqrt(variance + 1e-5)) + beta

    for name, body in [
        ("softmax 1000x1000", lambda: softmax(scores)), ("softmax 256x10", lambda: softmax(logits)),
        ("batch norm 256x1024", batch_norm),
        ("attention 32x8x64x32",
         lambda: softmax(q @ k.transpose(0, 1, 3, 2) * type(0.176776695)) @ v),
        ("max pool 64x32x32x32", lambda: images.reshape(64, 32, 16, 2, 16, 2).max(axis=(3, 5))),
        ("embedding 4096 of 10000x64", lambda: table[words]),
    ]:
        rows.measure("layers", f"{name} {type_name}", body)


def convolutions(rows, type_name, type):
    for name, c, f, side in [("3->32 at 32x32", 3, 32, 32), ("32->64 at 16x16", 32, 64, 16)]:
        x, w = random((64, c, side, side), type), random((f, c, 3, 3), type)
        d = random((64, f, side, side), type)
        rows.measure("convolution", f"{name} forward {type_name}", lambda: convolve(x, w))
        rows.measure(
            "convolution", f"{name} backward {type_name}", lambda: convolve_back(x, w, d))


def columns(x):
    n, c, h, w = x.shape
    padded = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(2, 3))
    return windows.transpose(1, 4, 5, 0, 2, 3).reshape(c * 9, n * h * w)


def convolve(x, w):
    n, _, height, width = x.shape
    y = w.reshape(w.shape[0], -1) @ columns(x)
    return y.reshape(-1, n, height, width).transpose(1, 0, 2, 3)


def convolve_back(x, w, d):
    n, c, height, width = x.shape
    rows = d.transpose(1, 0, 2, 3).reshape(w.shape[0], -1)
    weights = (rows @ columns(x).T).reshape(w.shape)
    patches = (w.reshape(w.shape[0], -1).T @ rows).reshape(c, 3, 3, n, height, width)
    padded = np.zeros((n, c, height + 2, width + 2), x.dtype)
    for i in range(3):
        for j in range(3):
            padded[:, :, i:i + height, j:j + width] += patches[:, i, j].transpose(1, 0, 2, 3)
    return padded[:, :, 1:-1, 1:-1], weights


def small(rows):
    a, b, m, row = random(4, np.float64), random(4, np.float64), random((4, 4), np.float64), None
    row = random((1, 4), np.float64)
    x, z = random((100, 100), np.float64), random((100, 100), np.float64)

    def read():
        total = 0.0
        for i in range(100):
            for j in range(100):
                total += x[i, j]

    def write():
        for i in range(100):
            for j in range(100):
                z[i, j] = 1

    for name, body in [
        ("a + b of 4", lambda: a + b), ("a * 2 of 4", lambda: a * 2), ("exp of 4", lambda: np.exp(a)),
        ("a + b of 4x4 and 1x4", lambda: m + row), ("sum of 4x4 along 0", lambda: m.sum(axis=0)),
        ("matmul 4x4", lambda: m @ m), ("transpose 4x4", lambda: m.T),
        ("10000 reads x[i, j]", read), ("10000 writes z[i, j]", write),
    ]:
        rows.measure("small", name, body)


def epoch(rows, type_name, type, folder):
    def load(name, kind):
        return np.fromfile(os.path.join(folder, name), kind)

    images = load("images", np.uint8).reshape(-1, 3072)
    labels, order = load("labels", np.int64), load("order", np.int64)
    loss = 0.0

    def train():
        nonlocal loss
        p = [
            load("w1", np.float64).reshape(3072, 200).astype(type), np.zeros(200, type),
            load("w2", np.float64).reshape(200, 10).astype(type), np.zeros(10, type),
        ]
        optimizers = [Adam(w) for w in p]
        for start in range(0, len(order), 256):
            batch = order[start:start + 256]
            x = (images[batch].astype(np.float32) / np.float32(255)).astype(type)
            gradients, loss = step(p, x, labels[batch])
            for optimizer, w, g in zip(optimizers, p, gradients):
                optimizer.move(w, g)

    taken = seconds(train, 1)
    rows.append("training", f"epoch of 3072-200-10 with Adam {type_name}", taken, loss=float(loss))


def step(p, x, labels):
    n = len(labels)
    hidden = np.maximum(x @ p[0] + p[1], 0)
    logits = hidden @ p[2] + p[3]
    shifted = logits - logits.max(axis=1, keepdims=True)
    powers = np.exp(shifted)
    totals = powers.sum(axis=1, keepdims=True)
    loss = -(shifted - np.log(totals))[np.arange(n), labels].sum() / n
    upstream = (powers / totals - np.eye(10, dtype=x.dtype)[labels]) / n
    inner = (upstream @ p[2].T) * (hidden > 0)
    return [x.T @ inner, inner.sum(axis=0), hidden.T @ upstream, upstream.sum(axis=0)], loss
