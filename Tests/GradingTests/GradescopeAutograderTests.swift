import Foundation
import Testing

@testable import Grading

@Suite("The archive for Gradescope")
struct GradescopeAutograderTests {
  @Test("Sums are those of ISO 3309")
  func sums() {
    #expect(ZipFile.sum(Data("123456789".utf8)) == 0xCBF4_3926)
    #expect(ZipFile.sum(Data()) == 0)
  }

  @Test("What is written is read again, by our own reader and the system's")
  func roundTrip() throws {
    var zip = ZipFile()
    zip.add("run", Data("#!/bin/sh\n".utf8), isExecutable: true)
    zip.add("dö/leer", Data())
    let members = try ZipDirectory(zip.data, mostMembers: 9).members
    #expect(members.map(\.path) == [["run"], ["dö", "leer"]])
    #expect(members.map(\.size) == [10, 0])
    let scratch = try ScratchFolder()
    try zip.data.write(to: URL(fileURLWithPath: "\(scratch.path)/a.zip"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["unzip", "-q", "\(scratch.path)/a.zip", "-d", scratch.path]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(FileManager.default.isExecutableFile(atPath: "\(scratch.path)/run"))
    #expect(FileManager.default.fileExists(atPath: "\(scratch.path)/dö/leer"))
  }

  @Test("It holds both scripts, which a shell understands, all that is built, and no submission")
  func contents() throws {
    let autograder = try GradescopeAutograder(SyntheticClass.exercise, .find())
    let names = try ZipDirectory(try autograder.archive(), mostMembers: 20_000).members.map(\.text)
    #expect(names.prefix(3) == ["setup.sh", "run_autograder", "Package.swift"])
    #expect(names.contains("Grader/grader/main.swift"))
    #expect(!names.contains { $0.hasPrefix("Data/Submissions") || $0.contains("/.") })
    for script in [autograder.setup, autograder.run] {
      #expect(!script.contains("\r"))
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["bash", "-n", "-c", script]
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
  }
}
