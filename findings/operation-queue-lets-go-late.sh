#!/usr/bin/env bash
# Foundation on Linux (Swift 6.3.1): `OperationQueue.waitUntilAllOperationsAreFinished()` returns when
# the last operation has run, which is now and then before the queue lets go of its closure and of what
# that holds. So a closure that `withoutActuallyEscaping` lends to operations may count as escaped
# although all of them are finished, and then the Swift runtime ends the program.
#
# Seen with Swift 6.3.1 on x86-64 Linux, two cores: 7 and 9 of 2,000 rounds.
# What follows: hand an operation queue only what may escape; what has to be gone is waited for itself.
#
# Ends with 0 as long as it is so, and with 1 where no round of 10,000 shows it any more.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
swiftc --version 2>/dev/null | head -1

cat >"$folder/main.swift" <<'SWIFT'
import Foundation
import Synchronization

let alive = Atomic<Int>(0)

final class Token: Sendable {
  init() { alive.wrappingAdd(1, ordering: .sequentiallyConsistent) }
  deinit { alive.wrappingSubtract(1, ordering: .sequentiallyConsistent) }
}

/// Returns how many tokens outlive the wait for the operations that hold them.
func outliving() -> Int {
  let queue = OperationQueue()
  queue.maxConcurrentOperationCount = 2
  for _ in 0..<4 {
    let token = Token()
    queue.addOperation {
      usleep(200)
      withExtendedLifetime(token) {}
    }
  }
  queue.waitUntilAllOperationsAreFinished()
  return alive.load(ordering: .sequentiallyConsistent)
}

var late = 0
for _ in 0..<10_000 {
  if outliving() > 0 { late += 1 }
  usleep(300)
}
usleep(100_000)
let left = alive.load(ordering: .sequentiallyConsistent)
print("In \(late) of 10000 rounds something outlived the wait; a moment later \(left) did.")
exit(late > 0 && left == 0 ? 0 : 1)
SWIFT

swiftc -O "$folder/main.swift" -o "$folder/program"
"$folder/program"
