#!/usr/bin/env bash
# Foundation of Swift 6.3 on Linux keeps 4 KB for good each time that it reads an empty file at its path.
#
# FileManager.contents(atPath:), Data(contentsOf:) and String(contentsOfFile:) all do; of a file with
# contents they keep nothing, though one in /proc is said to be as long as an empty one, and a FileHandle
# keeps nothing of either. Whoever looks again and again into files that are mostly empty, as the lists of
# children in /proc are (/proc/PID/task/TID/children), grows by it: a process that kept an eye on those that
# it had started grew by a megabyte for each, of which nothing that Swift counts said anything.
#
# Seen: Swift 6.3.1 (x86_64, Linux). Output seen:
#   FileManager, empty: 4.03 KB a read
#   FileManager, in /proc: 0.02 KB a read
#   Data, empty: 4.00 KB a read
#   Data, in /proc: 0.00 KB a read
#   String, empty: 4.02 KB a read
#   String, in /proc: 0.01 KB a read
#   FileHandle, empty: 0.01 KB a read
#   FileHandle, in /proc: 0.01 KB a read
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
swiftc --version 2>&1 | head -1
cat >"$folder/main.swift" <<'SWIFT'
import Foundation

func kilobytes() -> Int {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
  return line.split(separator: " ").compactMap { Int($0) }.first ?? 0
}

let (way, path) = (CommandLine.arguments[1], CommandLine.arguments[2])
func read() {
  switch way {
  case "FileManager": _ = FileManager.default.contents(atPath: path)
  case "Data": _ = try? Data(contentsOf: URL(fileURLWithPath: path))
  case "String": _ = try? String(contentsOfFile: path, encoding: .utf8)
  default:
    let file = FileHandle(forReadingAtPath: path)
    _ = try? file?.readToEnd()
    try? file?.close()
  }
}
for _ in 0..<100 { read() }
let before = kilobytes()
for _ in 0..<20_000 { read() }
print(String(format: "%.2f", Double(kilobytes() - before) / 20_000))
SWIFT
swiftc -O "$folder/main.swift" -o "$folder/read"
: >"$folder/empty"
failed=0
for way in FileManager Data String FileHandle; do
  for file in "$folder/empty" /proc/self/stat; do
    name=empty
    [ "$file" = /proc/self/stat ] && name="in /proc"
    kept=$("$folder/read" "$way" "$file")
    echo "$way, $name: $kept KB a read"
    case "$way, $name" in
      FileHandle,* | *proc) awk "BEGIN { exit !($kept < 0.2) }" || failed=1 ;;
      *) awk "BEGIN { exit !($kept > 3.9) }" || failed=1 ;;
    esac
  done
done
exit $failed
