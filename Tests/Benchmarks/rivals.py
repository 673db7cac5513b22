"""The work of the Swift program `bench`, row by row under the same names, in NumPy or PyTorch.

    rivals.py numpy|torch [--threads N] [--groups a,b,...] [--data FOLDER] [--records FOLDER]

Prints a JSON array of rows {group, name, seconds}. `compare.py` starts it, with the environment
variables that hold NumPy's library of linear algebra to N threads.
"""

import argparse
import json
import time

import numpy as np

PRODUCTS = [
    ("16", 16, 16, 16, ""), ("32", 32, 32, 32, ""), ("64", 64, 64, 64, ""),
    ("128", 128, 128, 128, ""), ("256", 256, 256, 256, ""), ("512", 512, 512, 512, ""),
    ("1024", 1024, 1024, 1024, ""),
    ("x·w 256x3072x200", 256, 3072, 200, ""), ("xT·d 3072x256x200", 3072, 256, 200, "a"),
    ("d·wT 256x200x3072", 256, 200, 3072, "b"), ("x·w 200x3072x512", 200, 3072, 512, ""),
    ("xT·d 3072x200x512", 3072, 200, 512, "a"), ("d·wT 200x512x3072", 200, 512, 3072, "b"),
    ("x·w 200x512x10", 200, 512, 10, ""), ("xT·d 512x200x10", 512, 200, 10, "a"),
    ("d·wT 200x10x512", 200, 10, 512, "b"),
    ("matrix·vector 1000x1000", 1000, 1000, 1, ""),
    ("vector·matrix 1000x1000", 1, 1000, 1000, ""),
]


class Rows:
    def __init__(self, wanted):
        self.wanted = wanted
        self.rows = []

    def wants(self, group):
        return self.wanted is None or group in self.wanted

    def measure(self, group, name, body, peak=None):
        """Appends the time of a call of `body`: the least of some batches of 10 ms each.

        `peak` returns how large the process has been until then.
        """
        if not self.wants(group):
            return
        body()
        once = seconds(body, 1)
        count = max(1, int(0.01 / max(once, 1e-9)))
        times = [seconds(body, count) for _ in range(3 if once > 0.1 else 15)]
        self.append(group, name, min(times), **({"peak": peak()} if peak else {}))

    def append(self, group, name, seconds, **more):
        self.rows.append({"group": group, "name": name, "seconds": seconds, **more})


def seconds(body, count):
    start = time.perf_counter()
    for _ in range(count):
        body()
    return (time.perf_counter() - start) / count


def random(shape, type):
    return np.random.default_rng(1).uniform(-1, 1, shape).astype(type)


def products(rows, make, types):
    for type_name, type in types:
        for name, m, k, n, transposed in PRODUCTS:
            a = make(random((k, m) if transposed == "a" else (m, k), type))
            b = make(random((n, k) if transposed == "b" else (k, n), type))
            a = a.T if transposed == "a" else a
            b = b.T if transposed == "b" else b
            rows.measure("matmul", f"{name} {type_name}", lambda: a @ b)
        q, k = make(random((128, 64, 32), type)), make(random((128, 64, 32), type))
        rows.measure("matmul", f"batch 128x64x32x64 {type_name}", lambda: q @ k.swapaxes(1, 2))
        w, columns = make(random((32, 27), type)), make(random((64, 27, 1024), type))
        rows.measure("matmul", f"shared 64x32x27x1024 {type_name}", lambda: w @ columns)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("rival", choices=["numpy", "torch"])
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--groups")
    parser.add_argument("--data")
    parser.add_argument("--records")
    arguments = parser.parse_args()
    rows = Rows(set(arguments.groups.split(",")) if arguments.groups else None)
    if arguments.rival == "numpy":
        import rival_numpy as rival
    else:
        import rival_torch as rival
    rival.run(rows, arguments.threads, arguments.data, arguments.records)
    print(json.dumps(rows.rows))


if __name__ == "__main__":
    import sys

    # The rivals import this module by its name.
    sys.modules["rivals"] = sys.modules["__main__"]
    main()
