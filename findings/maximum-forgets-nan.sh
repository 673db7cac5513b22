#!/usr/bin/env bash
# Swift's max and min of numbers forget a NaN or keep it, by the order of the arguments; NumPy's keep it.
#
# max(a, b) of the standard library returns its first argument where they do not compare, so max(0, x)
# of a NaN is 0 and max(x, 0) is NaN; max() of an array depends on where the NaN stands in it; and
# Double.maximum, after IEEE 754-2008, prefers the number on either side. numpy.maximum and
# numpy.max give NaN in every order. So a formula that is copied letter by letter from one to the
# other changes what it says of a network that has diverged: a ReLU written as max(0, x) makes of NaN a
# healthy 0, and the greatest of some logits is a number though one of them is none.
#
# Seen: Swift 6.3 (x86_64, Linux) and NumPy 2.4.6. Output seen:
#   Swift: max(0, x) 0.0, max(x, 0) nan, [1, x].max() 1.0, [x, 1].max() nan, Double.maximum(x, 0) 0.0
#   NumPy: maximum(0, x) nan, maximum(x, 0) nan, max([1, x]) nan, max([x, 1]) nan
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
swiftc --version 2>&1 | head -1
cat >"$folder/maximum.swift" <<'SWIFT'
let x = Double.nan
print(
  "Swift: max(0, x) \(max(0, x)), max(x, 0) \(max(x, 0)), [1, x].max() \([1, x].max()!), "
    + "[x, 1].max() \([x, 1].max()!), Double.maximum(x, 0) \(Double.maximum(x, 0))")
SWIFT
swiftc -O "$folder/maximum.swift" -o "$folder/maximum"
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet numpy==2.4.6
cat >"$folder/maximum.py" <<'PYTHON'
import numpy as np

x = np.nan
print(
    f"NumPy: maximum(0, x) {np.maximum(0, x)}, maximum(x, 0) {np.maximum(x, 0)}, "
    f"max([1, x]) {np.max([1, x])}, max([x, 1]) {np.max([x, 1])}")
PYTHON
seen=$("$folder/maximum"; "$folder/venv/bin/python" "$folder/maximum.py")
echo "$seen"
[ "$seen" = "Swift: max(0, x) 0.0, max(x, 0) nan, [1, x].max() 1.0, [x, 1].max() nan, Double.maximum(x, 0) 0.0
NumPy: maximum(0, x) nan, maximum(x, 0) nan, max([1, x]) nan, max([x, 1]) nan" ]
