import Datasets
import Doorway
import Foundation
import Tensors
import Testing

@testable import Grading

/// A program that does what it is told by name, in the sandbox. Each is bounded: nothing of it could
/// hurt a machine on which the sandbox does not hold.
@Suite(
  "The sandbox",
  .enabled(if: HostileProgram.hasSandbox, "bubblewrap is not there, or may not make namespaces"))
struct SandboxTests {
  /// What came of asking the program that does `deed`: its end, what it printed, how long it took.
  private func end(
    _ deed: String, limits: Limits = Limits(cpuSeconds: 2, wallSeconds: 3), of file: String = "",
    seeing readable: [(path: String, inside: String)] = []
  ) throws -> (end: (any Error)?, printed: String) {
    let hostile = try HostileProgram.made.get()
    let subject = try SubjectProcess(
      executable: hostile.executable, studentFiles: ["main.swift"], limits: limits,
      arguments: [deed, file], sandbox: hostile.sandbox, readable: readable)
    defer { _ = subject.end() }
    do {
      _ = try subject.ask(.sigmoid, [LayerRun([Tensor([1, 2])])], limits: limits)
      return (nil, subject.printed)
    } catch {
      return (error, subject.printed)
    }
  }

  private func printed(
    _ deed: String, of file: String = "", seeing readable: [(path: String, inside: String)] = []
  ) throws -> String {
    let (end, printed) = try end(deed, of: file, seeing: readable)
    #expect(end as? SubjectEnd == .exited(status: 3), "\(printed)")
    return printed.trimmingCharacters(in: .newlines)
  }

  @Test("An exit and a signal are told apart, also where a shell would not")
  func endings() throws {
    #expect(try end("exit137").end as? SubjectEnd == .exited(status: 137))
    #expect(try end("exit1").end as? SubjectEnd == .exited(status: 1))
    let crash = SubjectEnd.crashed(Crash(signal: SIGKILL, reason: nil, place: nil))
    #expect(try end("killsItself").end as? SubjectEnd == crash)
  }

  @Test("A trap is told with its reason and its line")
  func trap() throws {
    guard case .crashed(let crash) = try end("trap").end as? SubjectEnd else {
      Issue.record("no crash")
      return
    }
    #expect(crash.reason == "Index out of range")
    #expect(crash.place?.file == "main.swift")
  }

  @Test("It sees itself and process 1, and nothing of our environment, names and privileges")
  func surroundings() throws {
    setenv("GRADUS_TEST_SECRET", "secret", 1)
    defer { unsetenv("GRADUS_TEST_SECRET") }
    #expect(try printed("processes") == "1 2")
    let names = try printed("environment").split(separator: "\n")
    #expect(names == ["GRADUS_THREADS", "HOME", "LANG", "SWIFT_BACKTRACE", "TMPDIR"])
    #expect(try printed("host") == "gradus")
    #expect(try printed("privileges") == "0000000000000000")
    #expect(try printed("descriptors") == "0 1 2 3")
  }

  @Test("Of the machine's files it sees no home, no answer key, no other submission, no compiler")
  func files() throws {
    let installation = try Installation.find()
    let secret = try ScratchFolder()
    try AtomicFile.write(Data("secret".utf8), to: "\(secret.path)/key")
    let paths = [
      "\(secret.path)/key", "/root", "/home", "/etc/passwd", "/etc/shadow", "/var", "/usr/bin",
      "/bin/sh", "\(installation.root)/Package.swift", installation.subjects, "/sys", "/run",
    ]
    for path in paths where FileManager.default.fileExists(atPath: path) {
      #expect(try printed("reads", of: path) == "no", "\(path)")
    }
    #expect(try printed("reads", of: "/gradus/subject") == "yes")
  }

  @Test("Of a data folder it sees the training files alone, and cannot change them")
  func data() throws {
    let folder = try ScratchFolder()
    for file in CIFAR10.trainingFiles + [CIFAR10.classesFile, CIFAR10.testFile] {
      try AtomicFile.write(Data("0".utf8), to: "\(folder.path)/\(file)", durably: false)
    }
    let data = try TrainingData(.real(folder: folder.path), seed: 1)
    let places = data.trainingFiles
    #expect(places.count == 6)
    for place in places {
      #expect(try printed("reads", of: place.inside, seeing: places) == "yes", "\(place)")
    }
    #expect(try printed("writes", of: places[0].inside, seeing: places) == "no")
    for path in [folder.path, "\(folder.path)/\(CIFAR10.testFile)"] {
      #expect(try printed("reads", of: path, seeing: places) == "no")
    }
  }

  @Test(
    "It can write to a folder of its own, which is gone with it, and nowhere else",
    arguments: [
      "/gradus/subject", "/gradus/new", "/new", "/usr/lib/new", "/dev/new", "/dev/shm/new",
      "/proc/sys/kernel/hostname", "/proc/1/comm",
    ])
  func writing(path: String) throws {
    #expect(try printed("writes", of: path) == "no")
    #expect(try printed("writes", of: "/tmp/new") == "yes")
    #expect(try printed("reads", of: "/tmp/new") == "no")
  }

  @Test("What it fills is its own, and small")
  func filling() throws {
    let megabytes = try #require(Int(try printed("fills")))
    #expect((1...64).contains(megabytes))
  }

  @Test("There is no network, not even to this machine, and no way up")
  func network() throws {
    let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(server) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = bind(server, $0, length)
        _ = listen(server, 1)
        _ = getsockname(server, $0, &length)
      }
    }
    #expect(try printed("connects", of: "\(UInt16(bigEndian: address.sin_port))") == "no")
    #expect(try printed("namespaces") == "no")
    #expect(try printed("traces") == "no")
  }

  @Test("The kernel refuses what no subject needs, and only inside")
  func systemCalls() throws {
    try #require(SystemCallFilter.here != nil)
    let inside = try printed("calls").split(separator: "\n")
    #expect(
      inside == [
        "memory: \(EPERM)", "rooms: \(EPERM)", "socket 40: \(EAFNOSUPPORT)",
        "socket 16: \(EAFNOSUPPORT)", "socket 1: 0",
      ])
  }

  @Test("Process 1 cannot be killed or stopped, and tells the end all the same")
  func attacksTheWarden() throws {
    #expect(try printed("killsAll") == "still here")
  }

  @Test("A sandbox that was started long ago in a thread that is gone is there still")
  func outlivesThreads() throws {
    let hostile = try HostileProgram.made.get()
    let limits = Limits(cpuSeconds: 2, wallSeconds: 20)
    let queue = OperationQueue()
    nonisolated(unsafe) var subject: SubjectProcess?
    queue.addOperation {
      subject = try? SubjectProcess(
        executable: hostile.executable, studentFiles: [], limits: limits,
        arguments: ["answers", ""],
        sandbox: hostile.sandbox)
    }
    queue.waitUntilAllOperationsAreFinished()
    // Dispatch lets a thread go after five.
    sleep(7)
    let started = try #require(subject)
    #expect(throws: SubjectEnd.garbled(.notOurs)) {
      try started.ask(.sigmoid, [LayerRun([Tensor([1, 2])])], limits: limits)
    }
  }

  @Test(
    "What a program and its children have computed is counted where we end them, inside and outside",
    arguments: [true, false])
  func computedBeforeTheEnd(inside: Bool) throws {
    let hostile = try HostileProgram.made.get()
    let limits = Limits(cpuSeconds: 3, wallSeconds: 1)
    let budget = Budget(seconds: 5)
    func ask() throws {
      let subject = try SubjectProcess(
        executable: hostile.executable, studentFiles: [], limits: limits,
        arguments: ["spins", "beside another"], sandbox: inside ? hostile.sandbox : nil,
        budget: budget)
      _ = try subject.ask(.sigmoid, [LayerRun([Tensor([1, 2])])], limits: limits)
    }
    for _ in 0..<2 {
      #expect(throws: SubjectEnd.waitedTooLong(seconds: 1, isCertain: true)) { try ask() }
    }
    #expect(throws: SubjectEnd.spentBudget(seconds: 5)) { try ask() }
  }

  @Test("An older bubblewrap, which knows less, makes one too")
  func olderBubblewrap() throws {
    let hostile = try HostileProgram.made.get()
    var sandbox = hostile.sandbox
    sandbox.known = []
    let subject = try SubjectProcess(
      executable: hostile.executable, studentFiles: [], limits: .check,
      arguments: ["reads", "/etc/passwd"], sandbox: sandbox)
    #expect(throws: SubjectEnd.exited(status: 3)) {
      try subject.ask(.sigmoid, [LayerRun([Tensor([1, 2])])])
    }
    #expect(subject.printed == "no\n")
  }

  @Test("A sandbox that cannot be made is the grader's fault, with bubblewrap's own words")
  func failingSandbox() throws {
    let hostile = try HostileProgram.made.get()
    let subject = try SubjectProcess(
      executable: hostile.executable, studentFiles: [], limits: .check, sandbox: hostile.sandbox,
      readable: [("/no/such/file", "/no/such/file")])
    do {
      _ = try subject.ask(.sigmoid, [LayerRun([Tensor([1, 2])])])
      Issue.record("it ran")
    } catch GraderError.sandboxFailed(let words) {
      #expect(words.hasPrefix("bwrap: ") && words.contains("/no/such/file"), "\(words)")
    }
  }
}
