#!/usr/bin/env bash
# The optimiser of Swift 6.3 takes away an endless loop that does nothing else.
#
# A loop that never ends and has no effect is no error in Swift, and unoptimised it runs for ever. With
# -O the compiler takes it for one that ends, and removes it: the function returns. So the same source
# hangs in a debug build and answers in a release build, and a grader that compiles one way says
# something else than one that compiles the other way.
#
# Seen: Swift 6.3 (x86_64, Linux). Output seen:
#   -Onone: still running after 2 s
#   -O: returned 2
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
swiftc --version 2>&1 | head -1
cat >"$folder/loop.swift" <<'SWIFT'
public func wait(for entries: [Double]) -> Int {
  while entries.count > 0 {}
  return entries.count
}
print(wait(for: [1, 2]))
SWIFT
failed=0
for level in -Onone -O; do
  swiftc "$level" "$folder/loop.swift" -o "$folder/loop"
  if output=$(timeout 2 "$folder/loop"); then seen="returned $output"; else seen="still running after 2 s"; fi
  echo "$level: $seen"
  case "$level: $seen" in
    "-Onone: still running after 2 s" | "-O: returned 2") ;;
    *) failed=1 ;;
  esac
done
exit $failed
