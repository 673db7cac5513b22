#!/usr/bin/env python3
"""The reader and the writer of safetensors files, beside Python's own: what each accepts and reads.

    GRADUS_AUTHORS=1 swift build --product bench
    python3 -m venv venv && venv/bin/pip install safetensors numpy torch
    venv/bin/python Tests/Benchmarks/safetensors_proof.py .build/debug/bench

Writes some files with safetensors, NumPy and PyTorch, of all types, shapes and names; reads them with
ours; opens what ours has written of them; and spoils others in thousands of ways. Prints tables, and
ends with 1 where ours read something else, took what Python refuses, or wrote what Python reads
otherwise.
"""

import argparse
import base64
import collections
import json
import random
import re
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import safetensors
import safetensors.numpy
import safetensors.torch
import torch

NUMPY = {
    "BOOL": "?", "U8": "u1", "I8": "i1", "U16": "<u2", "I16": "<i2", "F16": "<f2", "U32": "<u4",
    "I32": "<i4", "F32": "<f4", "F64": "<f8", "I64": "<i8", "U64": "<u8",
}
REFUSED = {
    "F4": 4, "F6_E2M3": 6, "F6_E3M2": 6, "F8_E5M2": 8, "F8_E4M3": 8, "F8_E8M0": 8,
    "F8_E4M3FNUZ": 8, "F8_E5M2FNUZ": 8, "C64": 64,
}
TYPES = [*NUMPY, "BF16", *REFUSED]
TORCH = {
    "BOOL": torch.bool, "U8": torch.uint8, "I8": torch.int8, "I16": torch.int16, "U16": torch.uint16,
    "I32": torch.int32, "U32": torch.uint32, "I64": torch.int64, "U64": torch.uint64,
    "F16": torch.float16, "BF16": torch.bfloat16, "F32": torch.float32, "F64": torch.float64,
    "C64": torch.complex64, "F8_E5M2": torch.float8_e5m2, "F8_E4M3": torch.float8_e4m3fn,
}
SHAPES = [(), (0,), (1,), (3,), (0, 5), (2, 3), (4, 1, 2), (2, 0, 3), (1, 1, 1, 1, 8), (16, 24)]
NAMES = ["w", "b", "layers.0.weight", "layers.10.weight", "", "\u00e9", "\u540d\u524d", "a/b", 'q"\\', "\U0001f600", "n\nt\t\x01"]


def entries(type, data):
    """The numbers that the bytes stand for, or None where ours has to refuse them."""
    if type in REFUSED:
        return None
    if type == "BF16":
        return (np.frombuffer(data, "<u2").astype("<u4") << 16).view("<f4").astype(float)
    if type == "BOOL" and any(byte > 1 for byte in data):
        return None
    values = np.frombuffer(data, NUMPY[type])
    if type in ("I64", "U64") and any(abs(int(v)) > 2**53 for v in values):
        return None
    return values.astype(float)


def same(a, b):
    return np.array_equal(a, b, equal_nan=True) and np.array_equal(
        np.signbit(a[~np.isnan(a)]), np.signbit(b[~np.isnan(b)]))


def drawn_bytes(type, shape, draw):
    bits = {"BF16": 16, **REFUSED}.get(type) or 8 * np.dtype(NUMPY[type]).itemsize
    count = int(np.prod(shape, dtype=int))
    data = draw.randbytes(count * bits // 8)
    if type == "BOOL":
        return bytes(byte & 1 for byte in data)
    if type in ("I64", "U64") and draw.random() < 0.8:
        return b"".join(struct.pack("<q", draw.randrange(2**53 + 1)) for _ in range(count))
    return data


def drawn_tensors(types, draw):
    tensors = {}
    for name in draw.sample(NAMES, draw.randint(1, 6)):
        type, shape = draw.choice(types), draw.choice(SHAPES)
        if type in ("F4", "F6_E2M3", "F6_E3M2"):
            shape = (*shape, 8)
        tensors[name] = (type, shape, drawn_bytes(type, shape, draw))
    return tensors


def written(writer, tensors, metadata):
    """What NumPy, PyTorch, or neither writes: for some types there is only the format's own word."""
    if writer == "numpy":
        arrays = {n: np.frombuffer(d, NUMPY[t]).reshape(s) for n, (t, s, d) in tensors.items()}
        return safetensors.numpy.save(arrays, metadata)
    if writer == "torch":
        return safetensors.torch.save(
            {n: torch.frombuffer(bytearray(d), dtype=TORCH[t]).reshape(s) if d
             else torch.empty(s, dtype=TORCH[t]) for n, (t, s, d) in tensors.items()}, metadata)
    return by_hand(tensors, metadata)


def by_hand(tensors, metadata):
    header, data = {}, b""
    if metadata is not None:
        header["__metadata__"] = metadata
    for name, (type, shape, bytes) in tensors.items():
        header[name] = {
            "dtype": type, "shape": list(shape), "data_offsets": [len(data), len(data) + len(bytes)]}
        data += bytes
    text = json.dumps(header, ensure_ascii=False).encode()
    return struct.pack("<Q", len(text)) + text + data


def ours(bench, folder):
    run = subprocess.run([bench, "--tensor-files", folder], capture_output=True)
    if run.returncode != 0:
        sys.exit(f"{bench} ended with {run.returncode}: {run.stderr.decode()[-500:]}")
    lines = [json.loads(line) for line in run.stdout.decode().splitlines()]
    return {line["file"]: line for line in lines}


def differences(line, bytes):
    """What ours has read otherwise than Python has."""
    theirs = dict(safetensors.deserialize(bytes))
    if {t["name"] for t in line["tensors"]} != set(theirs):
        yield "names"
        return
    for tensor in line["tensors"]:
        other = theirs[tensor["name"]]
        expected = entries(other["dtype"], other["data"])
        if (tensor["type"], tensor["shape"]) != (other["dtype"], other["shape"]):
            yield f"{tensor['name']}: {tensor['type']} {tensor['shape']}"
        elif ("entries" in tensor) != (expected is not None):
            yield f"{tensor['name']}: {tensor.get('fault', 'read')}"
        elif expected is not None:
            seen = np.frombuffer(base64.b64decode(tensor["entries"]), "<f8")
            if not same(seen, expected):
                yield f"{tensor['name']}: other entries"


def prove_written(line, path):
    """What ours wrote of a file, read by others, and beside what they write of the same."""
    bytes = path.read_bytes()
    arrays, tensors = safetensors.numpy.load(bytes), safetensors.torch.load(bytes)
    with safetensors.safe_open(path, "pt") as file:
        metadata = file.metadata() or {}
    if metadata != line["metadata"]:
        yield "metadata"
    for tensor in line["tensors"]:
        expected = np.frombuffer(base64.b64decode(tensor["entries"]), "<f8").reshape(tensor["shape"])
        for who, seen in (("NumPy", arrays[tensor["name"]]), ("PyTorch", tensors[tensor["name"]].numpy())):
            if seen.shape != expected.shape or not same(seen.astype(float), expected):
                yield f"{tensor['name']} by {who}"
    # Python writes more metadata than one entry in an order that changes from run to run.
    if len(metadata) < 2:
        if safetensors.numpy.save(arrays, metadata or None) != bytes:
            yield "safetensors.numpy.save writes other bytes"
        if safetensors.torch.save(tensors, metadata or None) != bytes:
            yield "safetensors.torch.save writes other bytes"


def prove_files(bench, count, draw):
    faults, read, refused, rewritten = [], collections.Counter(), collections.Counter(), 0
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for i in range(count):
            writer = ("numpy", "torch", "hand")[i % 3]
            types = {"numpy": [*NUMPY], "torch": [*TORCH], "hand": TYPES}[writer]
            if i % 6 >= 3:
                types = [type for type in types if type not in REFUSED]
            metadata = [None, {"format": "pt"}, {"a": "1", "\u00e9": "2", "": "\n"}][i % 7 % 3]
            name = f"{i:03}-{writer}"
            files[name] = written(writer, drawn_tensors(types, draw), metadata)
            Path(folder, name).write_bytes(files[name])
        for name, line in ours(bench, folder).items():
            found = [line["fault"]] if "fault" in line else list(differences(line, files[name]))
            for tensor in line.get("tensors", []):
                (refused if "fault" in tensor else read)[tensor["type"]] += 1
            path = Path(folder, f"{name}.ours")
            if path.exists():
                rewritten += 1
                found += prove_written(line, path)
            faults += [f"{name}: {fault}" for fault in found]
    print(f"\n{count} files, {rewritten} of them written anew by ours and opened by NumPy and PyTorch\n")
    print("| type | tensors read | tensors refused |\n| --- | ---: | ---: |")
    for type in TYPES:
        print(f"| {type} | {read[type]} | {refused[type]} |")
    return faults


def edited(bytes, draw):
    """The file with its header changed: a number, a word, a part left out or doubled."""
    length = struct.unpack("<Q", bytes[:8])[0]
    text, data = bytes[8:8 + length], bytes[8 + length:]
    for _ in range(draw.randint(1, 2)):
        tokens = [m.span() for m in re.finditer(rb'\d+|"(?:[^"\\]|\\.)*"|[\[\]{},:]', text)]
        start, end = draw.choice(tokens)
        token = text[start:end]
        other = draw.choice([
            b"", token * 2, draw.choice([b"0", b"1", b"-1", b"1.0", b"1e3", b"null", b"{}", b"[]"]),
            text[slice(*draw.choice(tokens))], b" " + token + b"\n",
            str(int(token) + draw.choice([-4, -1, 1, 4, 2**62, 2**64])).encode() if token.isdigit() else
            draw.choice([b'"F32"', b'"U8"', b'"BOOL"', b'"dtype"', b'"__metadata__"', b'"w"', b'"\\u0077"']),
        ])
        text = text[:start] + other + text[end:]
        if not text:
            break
    return struct.pack("<Q", len(text)) + text + data


def spoiled(bytes, kind, draw):
    if kind == "header edited":
        return edited(bytes, draw)
    if kind == "cut short":
        return bytes[:draw.randrange(len(bytes))]
    if kind == "made longer":
        return bytes + draw.randbytes(draw.randint(1, 9))
    array = bytearray(bytes)
    length = struct.unpack("<Q", bytes[:8])[0]
    end = 8 if kind == "length turned" else 8 + length if kind == "header turned" else len(bytes)
    for _ in range(draw.randint(1, 3)):
        array[draw.randrange(end)] ^= 1 << draw.randrange(8)
    return type(bytes)(array)


KINDS = ["header edited", "header turned", "length turned", "any bit turned", "cut short", "made longer"]


def accepted(bytes):
    try:
        safetensors.deserialize(bytes)
        return True
    except Exception:
        return False


def prove_spoiled(bench, count, draw):
    faults, only_theirs = [], collections.Counter()
    table = {kind: collections.Counter() for kind in KINDS}
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for i in range(count):
            # Headers are where most can go wrong.
            kind = KINDS[i % 10 if i % 10 < len(KINDS) else i % 2]
            types = ["F32", "F64", "U8", "F16", "BOOL"]
            whole = written("hand" if i % 2 else "numpy", drawn_tensors(types, draw), draw.choice([None, {"k": "v"}]))
            name = f"{i:05}"
            files[name] = (kind, spoiled(whole, kind, draw))
            Path(folder, name).write_bytes(files[name][1])
        lines = ours(bench, folder)
    for name, (kind, bytes) in files.items():
        line, theirs = lines[name], accepted(bytes)
        if "fault" in line:
            table[kind]["Python alone" if theirs else "neither"] += 1
            if theirs:
                only_theirs[re.search(r"Fault\.(\w+)", line["fault"]).group(1)] += 1
        else:
            table[kind]["both" if theirs else "ours alone"] += 1
            found = list(differences(line, bytes)) if theirs else ["Python refuses it"]
            faults += [f"{kind} {name}: {fault}" for fault in found]
    columns = ["both", "neither", "Python alone", "ours alone"]
    print(f"\n{count} spoiled files: who accepts them\n")
    print(f"| | {' | '.join(columns)} |\n| --- |" + " ---: |" * len(columns))
    for kind, counts in table.items():
        print(f"| {kind} | {' | '.join(str(counts[column]) for column in columns)} |")
    print("\nWhat ours says of those that Python alone accepts:",
          ", ".join(f"{name} {n}" for name, n in only_theirs.most_common()) or "nothing")
    return faults


def chosen_headers():
    def tensor(type="F32", shape="[1]", offsets="[0,4]"):
        return f'{{"dtype":"{type}","shape":{shape},"data_offsets":{offsets}}}'

    a, four = tensor(), b"\0" * 4
    return {
        "a tensor": (f'{{"a":{a}}}', four), "no tensor": ("{}", b""),
        "metadata null": ('{"__metadata__":null}', b""),
        "blanks behind": (f'{{"a":{a}}} \n\t', four), "a blank before": (f' {{"a":{a}}}', four),
        "a name twice": (f'{{"a":{tensor("F64", "[1]", "[0,8]")},"a":{a}}}', four),
        "a key of metadata twice": ('{"__metadata__":{"k":"1","k":"2"}}', b""),
        "a key of a tensor twice": (f'{{"a":{{"dtype":"F32",{a[1:]}}}', four),
        "an unknown key": (f'{{"a":{{"x":[[]],{a[1:]}}}', four),
        "a tensor as an array": ('{"a":["F32",[1],[0,4]]}', four),
        "a type as an object": (f'{{"a":{a}}}'.replace('"F32"', '{"F32":null}'), four),
        "two spellings of \u00e9": (
            f'{{"\u00e9":{tensor("F32", "[0]", "[0,0]")},"e\u0301":{a}}}', four),
        "100 axes": (f'{{"a":{tensor(shape=str([1] * 100))}}}', four),
        "[0, 2\u2076\u00b2]": (f'{{"a":{tensor("F32", "[0,4611686018427387904]", "[0,0]")}}}', b""),
        "BOOL of 2": (f'{{"a":{tensor("BOOL", "[1]", "[0,1]")}}}', b"\2"),
        "a gap": (f'{{"a":{tensor("U8", "[1]", "[0,1]")},"b":{tensor("U8", "[1]", "[2,3]")}}}', b"\0" * 3),
        "bytes shared": (f'{{"a":{a},"b":{a}}}', four), "bytes left": (f'{{"a":{a}}}', four * 2),
        "half a pair of surrogates": (f'{{"\\ud800":{a}}}', four),
    }


def show_chosen(bench):
    def tried(body):
        try:
            body()
            return "yes"
        except Exception:
            return "no"

    print("\nChosen headers: who opens them\n")
    print("| | safetensors | its NumPy | its PyTorch | ours |\n| --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        rows = []
        for i, (what, (header, data)) in enumerate(chosen_headers().items()):
            text = header.encode()
            bytes = struct.pack("<Q", len(text)) + text + data
            Path(folder, f"{i:02}").write_bytes(bytes)
            rows.append((what, [tried(lambda: safetensors.deserialize(bytes)),
                                tried(lambda: safetensors.numpy.load(bytes)),
                                tried(lambda: safetensors.torch.load(bytes))]))
        lines = ours(bench, folder)
        for i, (what, others) in enumerate(rows):
            line = lines[f"{i:02}"]
            whole = "fault" not in line and all("fault" not in tensor for tensor in line["tensors"])
            print(f"| {what} | {' | '.join(others)} | {'yes' if whole else 'no'} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("bench", help="the built program 'bench'")
    parser.add_argument("--files", type=int, default=100)
    parser.add_argument("--spoiled", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    print(f"safetensors {safetensors.__version__}, NumPy {np.__version__}, PyTorch {torch.__version__}, "
          f"seed {arguments.seed}")
    np.seterr(invalid="ignore")
    draw = random.Random(arguments.seed)
    faults = prove_files(arguments.bench, arguments.files, draw)
    faults += prove_spoiled(arguments.bench, arguments.spoiled, draw)
    show_chosen(arguments.bench)
    print(f"\n{len(faults)} faults", *faults[:20], sep="\n")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
