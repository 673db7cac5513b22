#!/usr/bin/env bash
# The standard library's pointwiseMax of two SIMD vectors is taken lane by lane, optimised or not; a comparison
# and replace(with:where:), which say the same, are two instructions.
#
# pointwiseMax(a, b) is the function that is there for the purpose, and on vectors of sixteen it is slower than a
# plain loop over an array: it is one generic function for all vectors, compares through Comparable, and
# optimisation does not make vector instructions of it. `best.replace(with: x, where: x .> best)` is as
# generic to read, and is. (They differ for NaN, where neither compares.)
#
# Seen: Swift 6.3 (x86_64, Linux), -O. Output seen, the ratio of the least of twenty times:
#   pointwiseMax takes 220 times as long as replace(with:where:)
# The script asks for ten.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
swiftc --version 2>&1 | head -1
cat >"$folder/lanes.swift" <<'SWIFT'
typealias Vector = SIMD16<Float>

@inline(never)
func byReplacing(_ x: [Vector]) -> Vector {
  var best = Vector(repeating: -.infinity)
  for vector in x { best.replace(with: vector, where: vector .> best) }
  return best
}

@inline(never)
func byPointwiseMax(_ x: [Vector]) -> Vector {
  var best = Vector(repeating: -.infinity)
  for vector in x { best = pointwiseMax(best, vector) }
  return best
}

let x = (0..<256).map { i in Vector((0..<16).map { Float((16 * i + $0) * 7919 % 4099) }) }
let clock = ContinuousClock()

func least(_ maximum: ([Vector]) -> Vector) -> Duration {
  var sum = Vector(repeating: 0)
  let times = (0..<20).map { _ in clock.measure { for _ in 0..<200 { sum += maximum(x) } } }
  precondition(sum[0] == 20 * 200 * byReplacing(x)[0])
  return times.min()!
}

let ratio = least(byPointwiseMax) / least(byReplacing)
print("pointwiseMax takes \(Int(ratio)) times as long as replace(with:where:)")
precondition(byPointwiseMax(x) == byReplacing(x) && ratio >= 10)
SWIFT
swiftc -O "$folder/lanes.swift" -o "$folder/lanes"
"$folder/lanes"
