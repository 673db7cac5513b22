#!/usr/bin/env python3
"""Runs the formulas of the handouts beside PyTorch, JAX, Optax, Flax and Keras, and prints who agrees.

    GRADUS_AUTHORS=1 GRADUS_EDITOR=1 GRADUS_SOLUTIONS=1 swift build -c release --product bench
    Tests/Benchmarks/conventions.py [--bench .build/release/bench] [--into Documentation/Conventions.md]

All inputs are small, and float64 unless a line says otherwise; what is here comes from the solutions. Whoever
is within 1e-9 of it, relative to its size or to 1, agrees (draws: within 3 %; 1e-5 at most where a library
computes in float32 all the same). The status is 1 where what a
handout or the page for those who come from PyTorch says of a library is not what comes out, where it says
something that no line of the table is about, or where nobody agrees. `--into` puts the table in the place of
the one that the document has between `<!-- conventions -->` and `<!-- end -->`.

It needs torch, jax, optax, flax, keras and scipy.
"""

import argparse
import glob
import os
import platform
import re
import sys
import warnings

import numpy as np

import conventions_layers as layers
import conventions_sequences as sequences
from layers import ROOT
from peers import VERSIONS, Bench

LIBRARIES = r"[Ll]ibrar(y|ies)|PyTorch|JAX|NumPy|Keras|Flax|Optax|TensorFlow|SciPy|micrograd"

# What handouts say: the exercise, the words, the line of the table that they are about, and whether the
# library agrees there by what is written in it; None where the words are that some agree and some do not.
SAID = [
    ("01", "as in NumPy, and not by N - 1", "variance of", ("NumPy", "np.var"), True),
    ("06", "Papers, libraries and lectures mean different things", "Adam where", None, None),
    ("06", "Adam in one library divides by √v̂ + ε, in another by √(v̂ + ε)", "Adam where",
     ("Optax", "adam(eps_root=1e-16, eps=0)"), False),
    ("06", "RMSProp begins at 0 here and at 1 there", "RMSProp", ("Optax", "rmsprop(initial_scale=1)"),
     False),
    ("06", "PyTorch does so, too", "leaky ReLU", ("PyTorch", "F.leaky_relu"), True),
    ("06", "JAX takes 1", "leaky ReLU", ("JAX", "nn.leaky_relu"), False),
    ("06", "Some libraries call something momentum that weighs the new", "batch norm, 0.9",
     ("PyTorch", "nn.BatchNorm1d(momentum=0.9)"), False),
    ("06", "In PyTorch it does", "cosine", ("PyTorch", "CosineAnnealingLR(T_max=4)"), False),
    ("06", "NumPy's convention", "variance of", ("NumPy", "np.var"), True),
    ("07", "Libraries differ: some share it", "maximum of", None, None),
    ("07", "Libraries differ: some share it", "maximum of", ("PyTorch", "x.max()"), False),
    ("08", "PyTorch remembers it times N / (N - 1)", "batch norm, running variance",
     ("PyTorch", "nn.BatchNorm1d"), False),
    ("08", "calls `momentum` the share of the *new* value", "batch norm, 0.9",
     ("PyTorch", "nn.BatchNorm1d(momentum=0.1)"), True),
    ("08", "Keras and Flax do as we do", "batch norm, running variance",
     ("Keras", "BatchNormalization"), True),
    ("08", "Keras and Flax do as we do", "batch norm, running variance", ("Flax", "nn.BatchNorm"),
     True),
    ("08", "Keras and Flax do as we do", "batch norm, 0.9",
     ("Keras", "BatchNormalization(momentum=0.9)"), True),
    ("08", "Keras and Flax do as we do", "batch norm, 0.9", ("Flax", "nn.BatchNorm(momentum=0.9)"),
     True),
    ("10", "libraries do not agree on it", "bilinear upsampling by 2: half", None, None),
    ("10", "PyTorch, JAX and Keras do the same", "bilinear upsampling by 2: half",
     ("PyTorch", "F.interpolate(mode='bilinear')"), True),
    ("10", "PyTorch, JAX and Keras do the same", "bilinear upsampling by 2: half",
     ("JAX", "image.resize('bilinear')"), True),
    ("10", "PyTorch, JAX and Keras do the same", "bilinear upsampling by 2: half",
     ("Keras", "ops.image.resize('bilinear')"), True),
    ("11", "PyTorch has it so as well, unless told otherwise", "LSTM, steps first",
     ("PyTorch", "nn.LSTM"), True),
    ("11", "PyTorch has two and adds them", "LSTM, steps first",
     ("PyTorch", "nn.LSTM, its bias divided among two"), True),
    ("11", "except in its GRU", "GRU: z keeps",
     ("PyTorch", "nn.GRU, its bias divided among two"), False),
    ("11", "as in PyTorch and Keras", "LSTM, steps first", ("PyTorch", "nn.LSTM"), True),
    ("11", "as in PyTorch and Keras", "LSTM, steps first", ("Keras", "LSTM"), True),
    ("11", "papers and libraries differ", "GRU: z keeps", None, None),
    ("11", "PyTorch's attention has it the other way round in one place",
     "multi-head attention: a mask", ("PyTorch", "nn.MultiheadAttention"), False),
    ("12", "Libraries differ in many of these", "attention: a row with nothing", None, None),
    ("12", "Libraries differ in many of these", "multi-head attention: a mask", None, None),
    ("12", "In PyTorch's `MultiheadAttention` it is the other way round",
     "multi-head attention: a mask",
     ("PyTorch", "nn.MultiheadAttention, the mask turned round"), True),
]

# Words with a library's name in them that no formula is behind.
OTHERWISE = [
    "What NumPy is in", "to know NumPy helps", "thing of NumPy what it is called here",
    "is the NumPy of this course", "And in NumPy, with `np.clip(x, -1, 1, out=x)`?",
    "This is what PyTorch, JAX and TensorFlow are at heart",
    "This is a matter of agreement, and libraries differ", "as in micrograd",
    "*Automatic differentiation in PyTorch*", "*micrograd*, 2020, <https://github.com/karpathy/micrograd>",
]

# Lines of Documentation/PyTorch.md, by the beginning of what stands in its first column.
PAGE = [
    ("`F.cross_entropy(logits, labels)`", "cross-entropy from logits", "F.cross_entropy", True),
    ("`F.cross_entropy(…, label_smoothing=0.1)`", "cross-entropy, smoothing",
     "F.cross_entropy(label_smoothing=0.1)", True),
    ("`F.cross_entropy(…, label_smoothing=0.1)`", "all pixels ignored",
     "F.cross_entropy(ignore_index=-1)", False),
    ("`F.cross_entropy(…, ignore_index=255)`", "one of three pixels",
     "F.cross_entropy(ignore_index=-1)", True),
    ("`F.cross_entropy(…, ignore_index=255)`", "all pixels ignored",
     "F.cross_entropy(ignore_index=-1)", False),
    ("`F.mse_loss`", "squared error", "F.mse_loss", True),
    ("`torch.relu`", "ReLU, its slope", "F.relu", True),
    ("`F.leaky_relu`", "leaky ReLU", "F.leaky_relu", True),
    ("`x.max()` backwards", "maximum of", "x.max()", False),
    ("`optim.SGD(momentum=0.9)`", "momentum 0.9", "SGD(nesterov=False)", False),
    ("`optim.SGD(nesterov=True)`", "Nesterov momentum 0.9, rate", "SGD(nesterov=True)", False),
    ("`optim.SGD(nesterov=True)`", "Nesterov momentum 0.9 with", "SGD(nesterov=True)", True),
    ("`optim.Adam`, `optim.AdamW`", "Adam where", "Adam", True),
    ("`optim.Adam`, `optim.AdamW`", "AdamW", "AdamW", True),
    ("`optim.RMSprop`", "RMSProp", "RMSprop(alpha=0.9)", True),
    ("`lr_scheduler.CosineAnnealingLR`", "cosine", "CosineAnnealingLR(T_max=4)", False),
    ("`clip_grad_norm_`", "a norm of exactly 1", "clip_grad_norm_", False),
    ("`nn.init.kaiming_normal_`, `xavier_normal_`", "He's start: ", "init.kaiming_normal_", True),
    ("`nn.init.kaiming_normal_`, `xavier_normal_`", "Xavier's start", "init.xavier_normal_", True),
    ("`nn.Dropout`", "dropout with probability 0.25", "F.dropout", True),
    ("`nn.Dropout`", "dropout with probability 1", "F.dropout", True),
    ("`nn.BatchNorm1d`, `nn.BatchNorm2d`", "batch norm, 0.9", "nn.BatchNorm1d(momentum=0.1)", True),
    ("`nn.BatchNorm1d`, `nn.BatchNorm2d`", "batch norm, running variance", "nn.BatchNorm1d", False),
    ("`nn.LayerNorm`, `nn.GroupNorm`", "layer norm", "F.layer_norm", True),
    ("`nn.LayerNorm`, `nn.GroupNorm`", "group norm", "F.group_norm", True),
    ("`nn.Conv2d`", "convolution: the kernel", "F.conv2d", True),
    ("`nn.MaxPool2d`, `nn.AvgPool2d`", "max pooling of numbers", "F.max_pool2d(padding=1)", True),
    ("`nn.MaxPool2d`, `nn.AvgPool2d`", "average pooling", "F.avg_pool2d(padding=1)", True),
    ("`nn.ConvTranspose2d`", "transposed convolution, stride", "F.conv_transpose2d", True),
    ("`nn.Upsample(mode=\"bilinear\")`", "bilinear upsampling by 2: half",
     "F.interpolate(mode='bilinear')", True),
    ("`nn.RNN`, `nn.LSTM`, `nn.GRU`", "RNN", "nn.RNN", True),
    ("`nn.RNN`, `nn.LSTM`, `nn.GRU`", "LSTM, steps first", "nn.LSTM", True),
    ("`nn.RNN`, `nn.LSTM`, `nn.GRU`", "GRU: z keeps", "nn.GRU", True),
    ("`nn.RNN`, `nn.LSTM`, `nn.GRU`", "LSTM, its biases", "nn.LSTM", False),
    ("`nn.Embedding`", "embedding", "F.embedding", True),
    ("`F.scaled_dot_product_attention`", "attention: a mask", "F.scaled_dot_product_attention", True),
    ("`F.scaled_dot_product_attention`", "attention: a row with nothing",
     "F.scaled_dot_product_attention", True),
    ("`nn.MultiheadAttention`", "multi-head attention: a mask", "nn.MultiheadAttention", False),
]

# Lines of it that no formula is behind: a layout, an order.
SHAPES = ["`nn.Linear(3, 4)`", "`pack_padded_sequence`"]


def table(sections):
    lines = [", ".join(f"{name} {version}" for name, version in VERSIONS.items())
             + f", Python {platform.python_version()}."]
    for title, rows in sections:
        lines += ["", f"**{title}**", "", "| what | here | agrees | does not |",
                  "| --- | --- | --- | --- |"]
        for row in rows:
            agree = [spelled(names) for names in row.others if row.agrees(names)]
            others = [spelled(names) + (f": {words}" if (words := unlike(row.here, other)) else "")
                      for names, other in row.others.items() if not row.agrees(names)]
            lines.append(f"| {row.title} | {in_words(row.here)} | {', '.join(agree)} "
                         f"| {'; '.join(others)} |")
    return "\n".join(lines)


def spelled(names):
    return f"{names[0]} `{names[1]}`"


def in_words(value, digits=6):
    """Up to six numbers, or one that stands everywhere; nothing where there are more."""
    if isinstance(value, Exception):
        return "raises"
    numbers = ["NaN" if np.isnan(x) else f"{x + 0:.{digits}g}" for x in value.reshape(-1)]
    if len(numbers) > 6:
        return "NaN" if "NaN" in numbers else numbers[0] if len(set(numbers)) == 1 else ""
    return ", ".join(numbers)


def unlike(here, other):
    """The other numbers, with as many digits as it takes to see the difference."""
    words = in_words(other)
    return in_words(other, 9) if words == in_words(here) else words


def faults(rows):
    """What is said and is not so, or is not said in the table."""
    def found(beginning):
        matches = [row for row in rows if row.title == beginning] or [
            row for row in rows if row.title.startswith(beginning)]
        if len(matches) != 1:
            raise SystemExit(f"{len(matches)} lines begin with '{beginning}'.")
        return matches[0]

    def check(where, beginning, names, expected):
        row = found(beginning)
        if names is None:
            answers = {row.agrees(names) for names in row.others}
            if answers != {True, False}:
                yield f"{where}: all {'agree' if True in answers else 'differ'} on {row.title}."
        elif names not in row.others:
            yield f"{where}: {spelled(names)} is not asked about {row.title}."
        elif row.agrees(names) != expected:
            yield (f"{where}: {spelled(names)} {'differs' if expected else 'agrees'} on "
                   f"{row.title}.")

    texts = {os.path.basename(os.path.dirname(path))[:2]: " ".join(open(path).read().split())
             for path in sorted(glob.glob(os.path.join(ROOT, "Exercises/*/README.md")))}
    for number, words, beginning, names, expected in SAID:
        if words not in texts[number]:
            yield f"Handout {number} does not say '{words}'."
        yield from check(f"Handout {number}, '{words}'", beginning, names, expected)
    for number, text in texts.items():
        if number == "00":
            continue  # Its tables have names side by side, and no formulas.
        for words in [s[1] for s in SAID if s[0] == number] + OTHERWISE:
            text = text.replace(words, "")
        for match in re.finditer(LIBRARIES, text):
            yield (f"Handout {number} says what no line of the table is about: "
                   f"'…{text[max(0, match.start() - 60):match.end() + 60]}…'.")

    page = open(os.path.join(ROOT, "Documentation/PyTorch.md")).read()
    lines = [line[2:] for line in page.partition("What has the same name")[2].split("\n")
             if line.startswith("| `")]
    for beginning, title, spelling, expected in PAGE:
        if not any(line.startswith(beginning + " |") for line in lines):
            yield f"PyTorch.md has no line {beginning}."
        yield from check(f"PyTorch.md, {beginning}", title, ("PyTorch", spelling), expected)
    for line in lines:
        if not any(line.startswith(name + " |") for name in [p[0] for p in PAGE] + SHAPES):
            yield f"PyTorch.md says what no line of the table is about: {line}"
    for row in rows:
        if not any(row.agrees(names) for names in row.others):
            yield f"Nobody agrees on {row.title}."


def replace(path, text):
    document = open(path).read()
    head, start, rest = document.partition("<!-- conventions -->\n")
    _, end, tail = rest.partition("<!-- end -->")
    if not start or not end:
        sys.exit(f"{path} has no place for the table: no lines <!-- conventions --> and <!-- end -->.")
    with open(path, "w") as file:
        file.write(f"{head}{start}\n{text}\n\n{end}{tail}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--bench", default=os.path.join(ROOT, ".build/release/bench"))
    parser.add_argument("--into", help="a document for the table, which is printed without")
    arguments = parser.parse_args()
    warnings.filterwarnings("ignore")
    bench = Bench(arguments.bench)
    sections = [(title, list(rows(bench))) for title, rows in [
        ("Kinks, ties and counting", layers.kinks), ("Losses", layers.losses),
        ("Normalisation and dropout", layers.normalisation), ("How layers begin", layers.starts),
        ("Images", layers.images), ("Optimizers", sequences.optimizers),
        ("Schedules and clipping", sequences.schedules), ("Recurrence", sequences.recurrence),
        ("Attention", sequences.attention)]]
    text = table(sections)
    if arguments.into:
        replace(arguments.into, text)
    else:
        print(text)
    found = list(faults([row for _, rows in sections for row in rows]))
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
