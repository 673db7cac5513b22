#!/usr/bin/env bash
# On Linux the thread sanitizer takes what a Mutex of Swift's Synchronization guards for a race; what a
# pthread_mutex_t guards it does not.
#
# There Mutex is a few instructions and a futex, in a library that is not instrumented, and no call that
# the sanitizer knows as a lock. So a program that is right is reported, its exit status becomes 66, and a real race
# in a program with such locks drowns among the reports. The same program with pthread_mutex_lock is silent.
#
# Seen: Swift 6.3 (x86_64, Linux), swiftc -sanitize=thread. Output seen:
#   Mutex: sum 200000, reported as a race; pthread_mutex_t: sum 200000, silent
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
swiftc --version 2>&1 | head -1
cat >"$folder/mutex.swift" <<'SWIFT'
import Foundation
import Synchronization

enum Guarded { static let sum = Mutex([0]) }

let group = DispatchGroup()
for _ in 0..<2 {
  DispatchQueue.global().async(group: group) {
    for _ in 0..<100_000 { Guarded.sum.withLock { $0[0] += 1 } }
  }
}
group.wait()
print("sum \(Guarded.sum.withLock { $0[0] })")
SWIFT
cat >"$folder/pthread.swift" <<'SWIFT'
import Foundation

final class Guarded: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private var sum = [0]
  init() { pthread_mutex_init(lock, nil) }

  func withLock<T>(_ body: (inout [Int]) -> T) -> T {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body(&sum)
  }
}

let guarded = Guarded()
let group = DispatchGroup()
for _ in 0..<2 {
  DispatchQueue.global().async(group: group) {
    for _ in 0..<100_000 { guarded.withLock { $0[0] += 1 } }
  }
}
group.wait()
print("sum \(guarded.withLock { $0[0] })")
SWIFT
for name in mutex pthread; do
  swiftc -sanitize=thread -swift-version 6 "$folder/$name.swift" -o "$folder/$name"
  "$folder/$name" >"$folder/$name.out" 2>"$folder/$name.err" || true
done
says() {
  if grep -q "WARNING: ThreadSanitizer: .*race" "$folder/$1.err"; then said="reported as a race"; else said=silent; fi
  echo "$(cat "$folder/$1.out"), $said"
}
seen="Mutex: $(says mutex); pthread_mutex_t: $(says pthread)"
echo "$seen"
[ "$seen" = "Mutex: sum 200000, reported as a race; pthread_mutex_t: sum 200000, silent" ]
