#!/usr/bin/env bash
# A test of Swift Testing that ends with the error of somebody else's `#require` passes.
#
# What `#require` throws is recorded where it stands, and a test that it ends is not told of again. If
# the `#require` ran in work that tests share, made once and kept as a `Result`, only the first test to ask
# for it is told to have failed. Where that first asker is the list of a parameterised test's arguments,
# which is no test, nothing fails at all: the parameterised test is skipped for want of cases, the others
# pass without having asked anything, and `swift test` ends with status 0.
#
# Seen: Swift 6.3 (x86_64, Linux). Output seen:
#   each: skipped
#   all: passed
#   the same with an error of one's own: failed
#   status with the kept requirement: 0
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
swiftc --version 2>&1 | head -1
mkdir -p Tests/KeptTests
cat >Package.swift <<'SWIFT'
// swift-tools-version:6.0
import PackageDescription
let package = Package(name: "Kept", targets: [.testTarget(name: "KeptTests")])
SWIFT
cat >Tests/KeptTests/KeptTests.swift <<'SWIFT'
import Foundation
import Testing

struct OwnError: Error {}

enum Kept {
  static let work = Result<[Int], any Error> {
    if ProcessInfo.processInfo.environment["OWN_ERROR"] != nil { throw OwnError() }
    let line = try #require("a, b".firstMatch(of: /\d+/), "no number")
    return [Int(line.output) ?? 0]
  }
}

@Test(arguments: (try? Kept.work.get()) ?? []) func each(number: Int) { #expect(number == 1) }

@Test func all() throws { #expect(try Kept.work.get() == [1]) }
SWIFT
swift build --build-tests >build.log 2>&1 || { tail -20 build.log; exit 1; }
status=0
swift test --skip-build >kept.log 2>&1 || status=$?
OWN_ERROR=1 swift test --skip-build >own.log 2>&1 || true
verdict() { grep -oE "Test $2.* (skipped|passed|failed)" "$1" | head -1 | grep -oE "(skipped|passed|failed)$" || echo none; }
seen="each: $(verdict kept.log 'each')
all: $(verdict kept.log 'all\(\)')
the same with an error of one's own: $(verdict own.log 'all\(\)')
status with the kept requirement: $status"
echo "$seen"
[ "$seen" = "each: skipped
all: passed
the same with an error of one's own: failed
status with the kept requirement: 0" ]
