#!/usr/bin/env python3
"""Compares the layers of exercise 12 with PyTorch in float64, and with central differences.

    GRADUS_AUTHORS=1 GRADUS_EDITOR=1 GRADUS_SOLUTIONS=1 swift build -c release --product bench
    Tests/Benchmarks/attention.py [--bench .build/release/bench] [--seed 1]

A line for each layer: how far its outputs and gradients are from PyTorch's, relative to their size or to
1, and its gradients from central differences of its own outputs. PyTorch's are its `nn.MultiheadAttention`,
`nn.TransformerEncoderLayer`, `nn.TransformerDecoderLayer` and `nn.Transformer`, with SiLU, without dropout,
and with masks turned round. The schedule and the positions stand beside the plain formulas in NumPy. A row
with nothing to look at is left out, where the conventions differ: `conventions.py` has it. The status is 1
where PyTorch is further than 1e-9 away or differences further than 1e-6.
"""

import sys
import warnings

import numpy as np
import torch
import torch.nn.functional as F

from layers import arguments, compare, with_torch


def shapes(kind, width, hidden):
    attention, norm = [(width, width), width] * 4, [width, width]
    feed = [(width, hidden), hidden, (hidden, width), width]
    return {"attention": attention, "norm": norm, "feed": feed,
            "encoder": attention + norm + feed + norm,
            "decoder": attention + norm + attention + norm + feed + norm}[kind]


def causal(steps):
    return np.tril(np.ones((steps, steps)))


def padding(lengths, steps):
    return (np.arange(steps) < np.array(lengths)[:, None]).astype(float)[:, None, None, :]


def cases(rng):
    def normal(*shape):
        return rng.standard_normal(shape)

    def made(kind, width, hidden=0):
        return [0.5 * rng.standard_normal(s) for s in shapes(kind, width, hidden)]

    def attention(leading, steps, seen, depth, width, mask=None):
        return {"layer": "attention", "leaves": [
            normal(*leading, steps, depth), normal(*leading, seen, depth),
            normal(*leading, seen, width)],
            "upstream": normal(*leading, steps, width), "mask": mask}

    def heads(count, steps, seen, width, number, mask=None):
        return {"layer": "multi-head attention", "leaves": [
            normal(count, steps, width), normal(count, seen, width)] + made("attention", width),
            "upstream": normal(count, steps, width), "settings": {"heads": number}, "mask": mask}

    def block(layer, kind, after, count, steps, seen, width, number, hidden, mask=None):
        leaves = [normal(count, steps, width)] + (
            [normal(count, seen, width)] if kind == "decoder" else [])
        return {"layer": layer, "leaves": leaves + made(kind, width, hidden),
                "upstream": normal(count, steps, width), "mask": mask,
                "settings": {"heads": number, "hidden": hidden, "after": after}}

    def smoothed(count, classes, smoothing, ignored=None, share=0.0):
        labels = rng.integers(0, classes, count)
        if ignored is not None:
            labels[rng.random(count) < share] = ignored
            labels[0] = 1
        return {"layer": "smoothed cross-entropy", "leaves": [3 * normal(count, classes)],
                "labels": labels.tolist(), "settings": dict(
                    {"smoothing": smoothing}, **({} if ignored is None else {"ignored": ignored}))}

    def transformer(tokens, width, number, hidden, blocks, lengths, answers, smoothing):
        def rows(lengths):
            return [rng.integers(3, tokens, n).tolist() for n in lengths]

        leaves = [normal(tokens, width)]
        for kind in ["encoder", "decoder"]:
            for _ in range(blocks):
                leaves += made(kind, width, hidden)
            leaves += made("norm", width)
        leaves += [normal(width, tokens), normal(tokens)]
        return {"layer": "transformer", "leaves": leaves, "source": rows(lengths),
                "target": rows(answers), "settings": {
                    "heads": number, "hidden": hidden, "blocks": blocks, "smoothing": smoothing}}

    yield "attention", [attention((), 3, 4, 2, 5), attention((2, 3), 4, 2, 3, 1)]
    yield "attention, causal", [attention((2, 2), 5, 5, 3, 3, causal(5))]
    yield "attention, padding", [attention((3, 2), 2, 5, 3, 4, padding([5, 1, 3], 5))]
    yield "attention, causal and padding", [
        attention((2, 2), 4, 4, 3, 2, causal(4) * padding([4, 2], 4))]
    yield "multi-head attention", [heads(2, 3, 4, 6, 3), heads(1, 2, 2, 4, 1)]
    yield "multi-head attention, causal", [heads(2, 4, 4, 6, 2, causal(4))]
    yield "multi-head attention, padding", [heads(3, 2, 4, 4, 2, padding([4, 1, 2], 4))]
    yield "layer norm", [
        {"layer": "layer norm", "leaves": [normal(*s), normal(s[-1]), normal(s[-1])],
         "upstream": normal(*s), "settings": {"epsilon": 0.01}} for s in [(2, 3, 5), (4, 3), (1, 1, 2)]]
    yield "feed-forward", [
        {"layer": "feed-forward", "leaves": [normal(2, 3, 4)] + made("feed", 4, 7),
         "upstream": normal(2, 3, 4), "settings": {"hidden": 7}}]
    for kind in ["encoder", "decoder"]:
        for after, title in [(0, "norm before"), (1, "norm after")]:
            name = f"{kind} block"
            seen = 3 if kind == "encoder" else 4
            yield f"{name}, {title}", [
                block(name, kind, after, 2, 3, seen, 6, 2, 5),
                block(name, kind, after, 2, 3, seen, 4, 1, 6, padding([seen, 2], seen))]
    yield "transformer with its loss", [
        transformer(8, 6, 2, 7, 2, [3, 5, 1], [2, 4, 1], 0.1),
        transformer(6, 4, 1, 5, 1, [2, 2], [3, 3], 0)]
    yield "smoothed cross-entropy", [smoothed(6, 4, 0.1), smoothed(5, 3, 0), smoothed(3, 2, 0.9)]
    yield "smoothed cross-entropy, some ignored", [
        smoothed(8, 4, 0.1, 0, 0.4), smoothed(6, 5, 0.3, -1, 0.9)]
    yield "warm-up schedule", [
        {"layer": "warm-up schedule", "leaves": [np.arange(1.0, 300)],
         "settings": {"width": width, "warmup": warmup}} for width, warmup in [(64, 20), (512, 4000)]]
    yield "positional encoding", [
        {"layer": "positional encoding", "leaves": [np.zeros(1)],
         "settings": {"count": count, "width": width}} for count, width in [(7, 6), (50, 64)]]


def of_attention(p, name):
    return {f"{name}in_proj_weight": torch.cat([p[0].T, p[2].T, p[4].T]),
            f"{name}in_proj_bias": torch.cat([p[1], p[3], p[5]]),
            f"{name}out_proj.weight": p[6].T, f"{name}out_proj.bias": p[7]}


def of_norm(p, name):
    return {f"{name}weight": p[0], f"{name}bias": p[1]}


def of_feed(p, name):
    return {f"{name}linear1.weight": p[0].T, f"{name}linear1.bias": p[1],
            f"{name}linear2.weight": p[2].T, f"{name}linear2.bias": p[3]}


def of_block(kind, p, name=""):
    """The parameters of a block by the names that PyTorch has for them; takes them from p."""
    def take(count):
        head = p[:count]
        del p[:count]
        return head

    found = of_attention(take(8), f"{name}self_attn.") | of_norm(take(2), f"{name}norm1.")
    if kind == "decoder":
        found |= of_attention(take(8), f"{name}multihead_attn.") | of_norm(take(2), f"{name}norm2.")
    found |= of_feed(take(4), name)
    return found | of_norm(take(2), f"{name}norm{3 if kind == 'decoder' else 2}.")


def hidden_places(mask, count, heads, steps, seen):
    """What PyTorch calls a mask: true where nothing may be looked at, for each head of each row."""
    if mask is None:
        return None
    whole = np.broadcast_to(mask == 0, (count, heads, steps, seen))
    return torch.tensor(whole.reshape(-1, steps, seen).copy())


def transformed(case, leaves):
    s, width = case["settings"], case["leaves"][0].shape[1]
    p = list(leaves[1:])
    named = {}
    for kind in ["encoder", "decoder"]:
        for number in range(s["blocks"]):
            named |= of_block(kind, p, f"{kind}.layers.{number}.")
        named |= of_norm(p[:2], f"{kind}.norm.")
        del p[:2]
    module = torch.nn.Transformer(
        width, s["heads"], s["blocks"], s["blocks"], s["hidden"], dropout=0, activation=F.silu,
        batch_first=True, norm_first=True).double()

    def embedded(rows):
        longest = max(map(len, rows))
        tokens = torch.tensor([row + [0] * (longest - len(row)) for row in rows])
        return tokens, F.embedding(tokens, leaves[0]) + torch.tensor(positions(longest, width))

    _, source = embedded(case["source"])
    longest = max(map(len, case["source"]))
    outside = torch.tensor(padding([len(r) for r in case["source"]], longest)[:, 0, 0] == 0)
    _, target = embedded([[1] + row for row in case["target"]])
    labels, _ = embedded([row + [2] for row in case["target"]])
    future = torch.tensor(causal(target.shape[1]) == 0)
    y = torch.func.functional_call(module, named, (source, target), {
        "tgt_mask": future, "src_key_padding_mask": outside, "memory_key_padding_mask": outside})
    logits = y @ p[0] + p[1]
    return F.cross_entropy(
        logits.flatten(0, 1), labels.flatten(), ignore_index=0, label_smoothing=s["smoothing"])


def positions(count, width):
    angles = np.arange(count)[:, None] / 10000.0 ** (np.arange(0, width, 2) / width)
    return np.stack([np.sin(angles), np.cos(angles)], 2).reshape(count, width)


def formula(case):
    s, mask = case.get("settings", {}), case.get("mask")

    def heads(x, memory, *p):
        module = torch.nn.MultiheadAttention(x.shape[2], s["heads"], batch_first=True).double()
        drop = hidden_places(mask, len(x), s["heads"], x.shape[1], memory.shape[1])
        return torch.func.functional_call(
            module, of_attention(p, ""), (x, memory, memory),
            {"attn_mask": drop, "need_weights": False})[0]

    def block(kind, x, *p):
        p = list(p)
        maker = getattr(torch.nn, f"Transformer{kind.capitalize()}Layer")
        module = maker(
            x.shape[2], s["heads"], s["hidden"], dropout=0, activation=F.silu, batch_first=True,
            norm_first=not s["after"]).double()
        memory = p.pop(0) if kind == "decoder" else x
        drop = hidden_places(mask, len(x), s["heads"], x.shape[1], memory.shape[1])
        if kind == "encoder":
            return torch.func.functional_call(module, of_block(kind, p), (x,), {"src_mask": drop})
        return torch.func.functional_call(
            module, of_block(kind, p), (x, memory),
            {"tgt_mask": torch.tensor(causal(x.shape[1]) == 0), "memory_mask": drop})

    def attention(q, k, v):
        keep = None if mask is None else torch.tensor(mask != 0)
        return F.scaled_dot_product_attention(q, k, v, keep)

    return {
        "attention": attention, "multi-head attention": heads,
        "layer norm": lambda x, *p: F.layer_norm(x, x.shape[-1:], *p, eps=s["epsilon"]),
        "feed-forward": lambda x, w, b, v, c: F.silu(x @ w + b) @ v + c,
        "encoder block": lambda *x: block("encoder", *x),
        "decoder block": lambda *x: block("decoder", *x),
        "transformer": lambda *x: transformed(case, x),
        "smoothed cross-entropy": lambda x: F.cross_entropy(
            x, torch.tensor(case["labels"]), label_smoothing=s["smoothing"],
            ignore_index=s.get("ignored", -100)),
    }[case["layer"]]


def rival(case):
    s = case.get("settings", {})
    if case["layer"] == "warm-up schedule":
        steps = case["leaves"][0]
        rates = s["width"] ** -0.5 * np.minimum(steps ** -0.5, steps * s["warmup"] ** -1.5)
        return rates, []
    if case["layer"] == "positional encoding":
        return positions(s["count"], s["width"]), []
    return with_torch(case["leaves"], case.get("upstream"), formula(case))


def main():
    options = arguments(__doc__)
    warnings.filterwarnings("ignore", message="enable_nested_tensor")
    rng = np.random.default_rng(options.seed)
    agree = compare(options.bench, "--attentions", rival, list(cases(rng)), rng)
    sys.exit(0 if agree else 1)


if __name__ == "__main__":
    main()
