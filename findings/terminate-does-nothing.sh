#!/usr/bin/env bash
# A program that Foundation's Process starts from a task or a queue does not hear terminate().
#
# On Linux the threads of Dispatch, on which tasks run as well, block all signals that can be blocked, and
# Process hands on the mask of the thread that calls run(). So SIGTERM, SIGINT and the SIGXCPU of a time limit
# wait for ever in the program that was started: terminate() returns, and isRunning stays true. From the main
# thread, or from a Thread, the same program ends at once. Who starts programs from tasks has to reset the
# mask for them (posix_spawnattr_setsigmask), or to kill with SIGKILL.
#
# Seen: Swift 6.3.1 (x86_64, Linux). Output seen:
#   main thread: SigBlk 0000000000000000, ended by signal 15
#   thread: SigBlk 0000000000000000, ended by signal 15
#   queue: SigBlk fffffffe3bfbea27, still running 2 s after terminate()
#   task: SigBlk fffffffe3bfbea27, still running 2 s after terminate()
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
swiftc --version 2>&1 | head -1
cat >"$folder/main.swift" <<'SWIFT'
import Foundation

@Sendable func start(from place: String) {
  let program = Process()
  program.executableURL = URL(fileURLWithPath: "/bin/sleep")
  program.arguments = ["20"]
  try! program.run()
  let path = "/proc/\(program.processIdentifier)/status"
  let lines = try! String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
  let mask = lines.first { $0.hasPrefix("SigBlk:") }!.split(separator: "\t").last!
  usleep(200_000)
  program.terminate()
  usleep(2_000_000)
  if program.isRunning {
    print("\(place): SigBlk \(mask), still running 2 s after terminate()")
    kill(program.processIdentifier, SIGKILL)
  } else {
    print("\(place): SigBlk \(mask), ended by signal \(program.terminationStatus)")
  }
  fflush(stdout)
}

start(from: "main thread")
let done = DispatchSemaphore(value: 0)
Thread.detachNewThread { start(from: "thread"); done.signal() }
done.wait()
DispatchQueue.global().async { start(from: "queue"); done.signal() }
done.wait()
Task.detached { start(from: "task"); done.signal() }
done.wait()
SWIFT
swiftc -swift-version 5 "$folder/main.swift" -o "$folder/start" 2>/dev/null
"$folder/start" | tee "$folder/seen"
grep -q "^main thread: .* ended by signal 15$" "$folder/seen"
grep -q "^thread: .* ended by signal 15$" "$folder/seen"
grep -q "^queue: .* still running" "$folder/seen"
grep -q "^task: .* still running" "$folder/seen"
