"""What a student would write in PyTorch: tensors, and its own layers, gradients and optimizers."""

import os
import warnings

import numpy as np
import torch
import torch.nn.functional as F

from rivals import products, random, seconds

TYPES = [("f32", np.float32), ("f64", np.float64)]


def make(shape, type):
    return torch.from_numpy(random(shape, type))


def run(rows, threads, data, records):
    torch.set_num_threads(threads)
    with torch.no_grad():
        products(rows, torch.from_numpy, TYPES)
        for name, type in TYPES:
            entries(rows, name, type)
            reductions(rows, name, type)
            layers(rows, name, type)
            convolutions(rows, name, type)
        small(rows)
    for name, type in TYPES:
        normalization(rows, name, type)
        recurrence(rows, name, type)
        optimizers(rows, name, type)
        if data and rows.wants("training"):
            epoch(rows, name, type, data)
    conv_net(rows)
    transformer(rows)
    if records and rows.wants("loader"):
        loader(rows, threads, records)
    if records and rows.wants("network"):
        own_network(rows, records)


def entries(rows, type_name, type):
    x, y, row = make((1000, 1000), type), make((1000, 1000), type), make(1000, type)
    positive, total = x.abs() + 0.1, x.clone()
    zero = torch.zeros((), dtype=x.dtype)
    for name, body in [
        ("exp", lambda: torch.exp(x)), ("log", lambda: torch.log(positive)),
        ("tanh", lambda: torch.tanh(x)), ("sqrt", lambda: torch.sqrt(positive)),
        ("relu", lambda: F.relu(x)), ("relu backward", lambda: torch.where(x <= 0, zero, y)),
        ("sigmoid", lambda: torch.sigmoid(x)), ("add", lambda: x + y),
        ("add bias", lambda: x + row), ("add in place", lambda: total.add_(y)),
    ]:
        rows.measure("entries", f"{name} {type_name}", body)


def normalization(rows, type_name, type):
    """Batch normalization there and back, eager, by autograd."""
    for n, d in [(256, 1024), (128, 512)]:
        x, gamma, beta = (make(s, type).requires_grad_() for s in [(n, d), d, d])
        mean, variance, upstream = make(d, type), make(d, type).abs(), make((n, d), type)
        rows.measure(
            "normalization", f"batch norm, there and back {n}x{d} {type_name}",
            lambda: torch.autograd.grad(
                F.batch_norm(x, mean, variance, gamma, beta, training=True), (x, gamma, beta),
                upstream))


def recurrence(rows, type_name, type):
    """A recurrent layer there and back, and a step of a writer of texts, eager, by autograd."""
    if not rows.wants("recurrence"):
        return
    steps, count, units, characters = 64, 32, 128, 64
    x, upstream = make((steps, count, units), type), make((steps, count, units), type)
    x.requires_grad_()
    sizes = f"{steps}x{count}x{units} {type_name}"
    for name in ["LSTM", "GRU"]:
        layer = getattr(torch.nn, name)(units, units).to(x.dtype)
        weights = list(layer.parameters())
        rows.measure(
            "recurrence", f"{name}, there and back {sizes}",
            lambda: torch.autograd.grad(layer(x)[0], [x] + weights, upstream))
        table = torch.nn.Embedding(characters, units).to(x.dtype)
        readout = torch.nn.Linear(units, characters).to(x.dtype)
        parameters = list(table.parameters()) + weights + list(readout.parameters())
        optimizer = torch.optim.Adam(parameters, lr=1e-4)
        streams = torch.tensor([[(7 * n + t * t) % characters for n in range(count)]
                                for t in range(steps + 1)])

        def step():
            optimizer.zero_grad()
            logits = readout(layer(table(streams[:-1]))[0])
            F.cross_entropy(logits.flatten(0, 1), streams[1:].flatten()).backward()
            torch.nn.utils.clip_grad_norm_(parameters, 1)
            optimizer.step()

        rows.measure("recurrence", f"{name}, a writer's step {sizes}", step)


def conv_net(rows):
    """A step of exercise 09's own network with its optimizer, eager, by autograd."""
    if not rows.wants("convnet"):
        return
    parts, channels = [], 3
    for i, filters in enumerate([16, 32, 64, 64, 64]):
        parts += [torch.nn.Conv2d(channels, filters, 3, padding=1), torch.nn.BatchNorm2d(filters),
                  torch.nn.ReLU()] + ([torch.nn.MaxPool2d(2)] if i in (0, 1, 3) else [])
        channels = filters
    model = torch.nn.Sequential(*parts, torch.nn.Flatten(), torch.nn.Linear(64 * 16, 10))
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.005, weight_decay=0.05)
    x, labels = make((64, 3, 32, 32), np.float32), torch.arange(64) % 10

    def step():
        optimizer.zero_grad()
        F.cross_entropy(model(x), labels).backward()
        optimizer.step()

    rows.measure("convnet", "a step of exercise 09's network f32", step, peak)


def transformer(rows):
    """A step of a transformer with Adam, eager, by autograd; no padding, so no mask but the causal one."""
    if not rows.wants("transformer"):
        return
    count, length, width, tokens = 32, 64, 128, 64
    table = torch.nn.Embedding(tokens, width)
    warnings.filterwarnings("ignore", message="enable_nested_tensor")
    blocks = torch.nn.Transformer(
        width, 4, 2, 2, 4 * width, dropout=0, activation=F.silu, batch_first=True, norm_first=True)
    readout = torch.nn.Linear(width, tokens)
    parameters = [p for part in (table, blocks, readout) for p in part.parameters()]
    optimizer = torch.optim.Adam(parameters, lr=1e-4)
    angles = np.arange(length)[:, None] / 10000.0 ** (np.arange(0, width, 2) / width)
    waves = torch.from_numpy(np.stack([np.sin(angles), np.cos(angles)], 2).reshape(length, width)).float()
    mask = torch.nn.Transformer.generate_square_subsequent_mask(length)

    def texts(length):
        return [[3 + (7 * n + t * t) % (tokens - 3) for t in range(length)] for n in range(count)]

    source = torch.tensor(texts(length))
    answers = texts(length - 1)
    target = torch.tensor([[1] + row for row in answers])
    labels = torch.tensor([row + [2] for row in answers])

    def step():
        optimizer.zero_grad()
        y = blocks(table(source) + waves, table(target) + waves, tgt_mask=mask, tgt_is_causal=True)
        F.cross_entropy(
            readout(y).flatten(0, 1), labels.flatten(), ignore_index=0,
            label_smoothing=0.1).backward()
        optimizer.step()

    rows.measure("transformer", f"a step of 2 + 2 blocks {count}x{length}x{width} f32", step, peak)


def optimizers(rows, name, type):
    for title, kind in [
        ("SGD", lambda p: torch.optim.SGD(p, lr=1e-6)),
        ("momentum", lambda p: torch.optim.SGD(p, lr=1e-6, momentum=0.9)),
        ("Adam", lambda p: torch.optim.Adam(p)),
        ("Adam fused", lambda p: torch.optim.Adam(p, fused=True)),
    ]:
        weights = make(1_000_000, type).requires_grad_()
        weights.grad = make(1_000_000, type)
        optimizer = kind([weights])
        rows.measure("optimizers", f"{title} {name}", optimizer.step)


def reductions(rows, type_name, type):
    x = make((1000, 1000), type)
    tall = x.reshape(100_000, 10)
    for name, body in [
        ("sum", lambda: x.sum()), ("sum along 0", lambda: x.sum(0)),
        ("sum along 1", lambda: x.sum(1)), ("max along 0", lambda: x.amax(0)),
        ("max along 1", lambda: x.amax(1)), ("argmax along 1", lambda: x.argmax(1)),
        ("max of 10 along 1", lambda: tall.amax(1)),
        ("argmax of 10 along 1", lambda: tall.argmax(1)),
        ("sum of 10 along 1", lambda: tall.sum(1)),
    ]:
        rows.measure("reductions", f"{name} {type_name}", body)


def layers(rows, type_name, type):
    scores, logits = make((1000, 1000), type), make((256, 10), type)
    x, gamma, beta = make((256, 1024), type), make(1024, type), make(1024, type)
    q, k, v = (make((32, 8, 64, 32), type) for _ in range(3))
    images = make((64, 32, 32, 32), type)
    table, words = make((10_000, 64), type), torch.arange(4096) * 7919 % 10_000
    for name, body in [
        ("softmax 1000x1000", lambda: torch.softmax(scores, 1)),
        ("softmax 256x10", lambda: torch.softmax(logits, 1)),
        ("batch norm 256x1024",
         lambda: F.batch_norm(x, None, None, gamma, beta, training=True)),
        ("attention 32x8x64x32",
         lambda: torch.softmax(q @ k.transpose(2, 3) * 0.176776695, -1) @ v),
        ("max pool 64x32x32x32", lambda: F.max_pool2d(images, 2)),
        ("embedding 4096 of 10000x64", lambda: F.embedding(words, table)),
    ]:
        rows.measure("layers", f"{name} {type_name}", body)


def convolutions(rows, type_name, type):
    for name, c, f, side in [("3->32 at 32x32", 3, 32, 32), ("32->64 at 16x16", 32, 64, 16)]:
        x, w = make((64, c, side, side), type), make((f, c, 3, 3), type)
        d = make((64, f, side, side), type)
        rows.measure(
            "convolution", f"{name} forward {type_name}", lambda: F.conv2d(x, w, padding=1))
        rows.measure(
            "convolution", f"{name} backward {type_name}",
            lambda: torch.ops.aten.convolution_backward(
                d, x, w, None, [1, 1], [1, 1], [1, 1], False, [0, 0], 1, [True, True, False]))


def small(rows):
    a, b, m = make(4, np.float64), make(4, np.float64), make((4, 4), np.float64)
    row = make((1, 4), np.float64)
    for name, body in [
        ("a + b of 4", lambda: a + b), ("a * 2 of 4", lambda: a * 2),
        ("exp of 4", lambda: torch.exp(a)), ("a + b of 4x4 and 1x4", lambda: m + row),
        ("sum of 4x4 along 0", lambda: m.sum(0)), ("matmul 4x4", lambda: m @ m),
        ("transpose 4x4", lambda: m.T),
    ]:
        rows.measure("small", name, body)


def epoch(rows, type_name, type, folder):
    def load(name, kind):
        return torch.from_numpy(np.fromfile(os.path.join(folder, name), kind))

    images = load("images", np.uint8).reshape(-1, 3072)
    labels, order = load("labels", np.int64), load("order", np.int64)
    dtype = torch.float32 if type == np.float32 else torch.float64
    model = torch.nn.Sequential(
        torch.nn.Linear(3072, 200), torch.nn.ReLU(), torch.nn.Linear(200, 10)).to(dtype)
    with torch.no_grad():
        model[0].weight.copy_(load("w1", np.float64).reshape(3072, 200).T)
        model[2].weight.copy_(load("w2", np.float64).reshape(200, 10).T)
        model[0].bias.zero_()
        model[2].bias.zero_()
    optimizer = torch.optim.Adam(model.parameters())
    loss = None

    def train():
        nonlocal loss
        for start in range(0, len(order), 256):
            batch = order[start:start + 256]
            x = (images[batch].to(torch.float32) / 255).to(dtype)
            optimizer.zero_grad()
            loss = F.cross_entropy(model(x), labels[batch])
            loss.backward()
            optimizer.step()

    taken = seconds(train, 1)
    rows.append("training", f"epoch of 3072-200-10 with Adam {type_name}", taken, loss=loss.item())


def cifar10(folder):
    """The training images as bytes, and their labels."""
    data = np.concatenate([
        np.fromfile(os.path.join(folder, f"data_batch_{i}.bin"), np.uint8).reshape(-1, 3073)
        for i in range(1, 6)])
    images = torch.from_numpy(data[:, 1:].copy()).reshape(-1, 3, 32, 32)
    return images, torch.from_numpy(data[:, 0].astype(np.int64))


def own_network(rows, folder):
    """Exercise 06's network as its solution trains it, with PyTorch's own layers, in float32."""
    images, labels = cifar10(folder)
    loss = None

    def train():
        nonlocal loss
        order = torch.randperm(len(images))
        validation, training = order[:len(order) // 10], order[len(order) // 10:]
        counts = [torch.bincount(images[training, c].flatten(), minlength=256) for c in range(3)]
        levels = torch.arange(256, dtype=torch.float64) / 255
        means = [(n * levels).sum() / n.sum() for n in counts]
        deviations = [((n * (levels - m) ** 2).sum() / n.sum()).sqrt()
                      for n, m in zip(counts, means)]
        mean, deviation = (torch.tensor(v, dtype=torch.float32).reshape(1, 3, 1, 1)
                           for v in (means, deviations))
        model = torch.nn.Sequential(
            torch.nn.Flatten(), torch.nn.Linear(3072, 512), torch.nn.ReLU(),
            torch.nn.Linear(512, 10))
        for layer in (model[1], model[3]):
            torch.nn.init.kaiming_normal_(layer.weight)
            torch.nn.init.zeros_(layer.bias)
        optimizer = torch.optim.AdamW(model.parameters(), lr=0.001, weight_decay=0.05)
        updates = -(-len(training) // 128)
        warmup = updates // 20
        schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda t: (
            (t + 1) / (warmup + 1) if t < warmup
            else (1 + np.cos(np.pi * min(1, (t - warmup) / (updates - warmup)))) / 2))

        def scaled(indices):
            return (images[indices].to(torch.float32).div_(255)).sub_(mean).div_(deviation)

        for batch in training[torch.randperm(len(training))].split(128):
            x = scaled(batch)
            x = x.flip(3) if torch.rand(()) < 0.5 else x
            optimizer.zero_grad()
            F.cross_entropy(model(x), labels[batch]).backward()
            optimizer.step()
            schedule.step()
        with torch.no_grad():
            losses = [F.cross_entropy(model(scaled(part)), labels[part], reduction="sum")
                      for part in validation.split(1000)]
        loss = float(sum(losses)) / len(validation)

    taken = seconds(train, 1)
    rows.append("network", "epoch of exercise 06's network", taken, loss=loss, peak=peak())


class Images(torch.utils.data.Dataset):
    """CIFAR-10 in memory as bytes, each image put through torchvision's transforms when it is read."""

    def __init__(self, folder):
        from torchvision.transforms import v2

        self.images, self.labels = cifar10(folder)
        self.transform = v2.Compose([
            v2.RandomHorizontalFlip(), v2.ToDtype(torch.float32),
            v2.Normalize([125.3, 123.0, 113.9], [63.0, 62.1, 66.7])])

    def __len__(self):
        return len(self.labels)

    def __getitem__(self, index):
        return self.transform(self.images[index]), int(self.labels[index])


def loader(rows, threads, folder):
    """On several threads it has a process a core to read with, which is PyTorch's way to use them."""
    images = Images(folder)
    workers = threads if threads > 1 else 0
    batches = torch.utils.data.DataLoader(
        images, batch_size=128, shuffle=True, num_workers=workers)
    count, before = 0, grown()

    def read():
        nonlocal count
        for x, _ in batches:
            count += len(x)

    taken = seconds(read, 1)
    assert count == len(images)
    more = {} if workers else {"growth": peak() - before}
    rows.append("loader", "epoch of CIFAR-10 in batches of 128", taken, **more)


def grown():
    with open("/proc/self/clear_refs", "w") as file:
        file.write("5")
    return peak()


def peak():
    with open("/proc/self/status") as file:
        return next(1024 * int(line.split()[1]) for line in file if line.startswith("VmHWM:"))
