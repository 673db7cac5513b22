import Foundation

@testable import Grading

/// A shell script in the place of `swiftc`. What it is to do comes before an end at which it makes
/// whatever program it was asked for.
final class FakeCompiler {
  private let folder: ScratchFolder
  private let toolchain: Toolchain

  static let exercise = Exercise(
    number: "05", title: "Made up", folder: "05-MadeUp", files: ["A.swift", "B.swift"], given: [],
    plan: ExercisePlan(checks: [:]))
  static let stubs = [
    "A.swift": Data(#"func a() { unfinished("5.1") }"#.utf8),
    "B.swift": Data(#"func b() { unfinished("5.2") }"#.utf8),
  ]

  /// - Parameter script: Finds in `$run` how often it was started, from 1; `holds` tells whether a
  ///   word is in one of the files to compile.
  init(_ script: String, cpuSeconds: Int = 60, wallSeconds: Double = 60) throws {
    folder = try ScratchFolder()
    let path = "\(folder.path)/swiftc"
    let text = """
      #!/bin/sh
      echo >> '\(folder.path)/runs'
      run=$(wc -l < '\(folder.path)/runs')
      holds() {
        word=$1; shift
        for file do
          case $file in *.swift) grep -q "$word" "$file" && return 0;; esac
        done
        return 1
      }
      \(script)
      while [ $# -gt 0 ]; do
        [ "$1" = -o ] && { : > "$2"; chmod +x "$2"; }
        shift
      done
      """
    try AtomicFile.write(Data("\(text)\n".utf8), to: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    toolchain = try Toolchain(
      compiler: path, path: "/usr/bin:/bin",
      limits: Limits(cpuSeconds: cpuSeconds, wallSeconds: wallSeconds))
  }

  /// How often it was started.
  var runs: Int {
    let marks = FileManager.default.contents(atPath: "\(folder.path)/runs") ?? Data()
    return marks.count { $0 == UInt8(ascii: "\n") }
  }

  /// Builds `sources`, as a submission is built.
  func build(_ sources: [String: String]) throws -> Build {
    let builder = Builder(try .find(), toolchain)
    return try builder.build(
      Self.exercise, sources.mapValues { Data($0.utf8) }, stubs: Self.stubs,
      in: "\(folder.path)/built")
  }

  /// Where its temporary files go, and what it left there.
  var temporaryFolder: String? { toolchain.environment["TMPDIR"] }
  var leftBehind: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: temporaryFolder ?? "")) ?? []
  }
}
