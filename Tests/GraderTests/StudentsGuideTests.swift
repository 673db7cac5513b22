import Foundation
import Grading
import Testing

/// `.ci/release` types the same with the real `swift`, and builds all of it.
@Suite("The way from an archive to points, as the guide for students has it typed")
struct StudentsGuideTests {
  private let root: String
  private let guide: String

  init() throws {
    root = try Installation.find().root
    guide = try String(contentsOfFile: "\(root)/Documentation/Students.md", encoding: .utf8)
  }

  @Test(
    "Each command ends as it should, and prints what the guide shows",
    .enabled(
      if: ["zip", "unzip"].allSatisfy {
        FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
      },
      "zip and unzip are needed"))
  func walk() throws {
    let home = try ScratchFolder()
    let package = try StudentsPackage(named: "gradus")
    try make("\(home.path)/Downloads")
    for name in ["gradus", "gradus-2"] {
      let zip = try run(
        ["zip", "-qr", "\(home.path)/Downloads/\(name).zip", "gradus"], in: package.scratch.path)
      try #require(zip.status == 0, "\(zip.output)")
    }
    _ = try BuiltProducts.put(into: "\(home.path)/gradus")
    try make("\(home.path)/bin")
    // What was built here stands in for what 'swift' would build; the tests are not built again.
    let swift = """
      #!/bin/sh
      [ "$1" = run ] && [ "$2" = grader ] && shift 2 && exec .build/debug/grader "$@"
      [ "$1" = test ]
      """
    try Data(swift.utf8).write(to: URL(fileURLWithPath: "\(home.path)/bin/swift"))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: "\(home.path)/bin/swift")

    let walk = try run(["\(root)/.ci/walk", home.path], path: "\(home.path)/bin:")
    #expect(walk.status == 0, "\(walk.output)")
    let shown = guide.matches(of: /```text\n(\$ [^`]+)```/).map {
      $0.1.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    #expect(shown.count == 2)
    for transcript in shown { #expect(walk.output.contains(transcript), "\(walk.output)") }
    let page = "\(home.path)/gradus/reports/index.html"
    #expect(FileManager.default.fileExists(atPath: page))
  }

  private func make(_ folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func run(
    _ words: [String], in folder: String? = nil, path: String = ""
  ) throws -> (status: Int32, output: String) {
    let scratch = try ScratchFolder()
    let log = "\(scratch.path)/log"
    try Data().write(to: URL(fileURLWithPath: log))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: folder ?? root)
    let own = ProcessInfo.processInfo.environment
    process.environment = own.filter { !$0.key.hasPrefix("GRADUS_") }
      .merging(["PATH": path + (own["PATH"] ?? "/usr/bin:/bin")]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: log)
    process.standardError = process.standardOutput
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOfFile: log, encoding: .utf8))
  }
}
