import Doorway
import Foundation
import Tensors
import Testing

@testable import Grading

/// Subjects that are shell scripts: each misbehaves in one way.
@Suite("A subject's process")
struct SubjectProcessTests {
  private static let limits = Limits(
    cpuSeconds: 1, wallSeconds: 1, memory: 1 << 30, log: 1 << 16, answer: 1 << 16)

  /// Asks a subject that is `script` one question; returns how it ended, or nil for an answer.
  private func end(
    _ script: String, limits: Limits = limits
  ) throws -> (end: SubjectEnd?, printed: String) {
    let subject = try SubjectScript(script, limits: limits)
    do {
      _ = try subject.process.ask(.sigmoid, [LayerRun([Tensor([1, 2])])], limits: limits)
      return (nil, subject.process.printed)
    } catch let end as SubjectEnd {
      return (end, subject.process.printed)
    }
  }

  @Test("What is no message of ours is told as such")
  func garbage() throws {
    #expect(try end("echo all 100 points; sleep 5").end == .garbled(.notOurs))
    #expect(try end("head -c 3 /dev/zero; sleep 5").end == .garbled(.notOurs))
    #expect(try end(#"printf 'GRAD\1\0\2\0'"#).end == .garbled(.cutShort))
    #expect(try end(#"printf 'GRAD\7\0\2\0\0\0\0\0\0\0\0\0\0\0\0\0'"#).end == .garbled(.version(7)))
  }

  @Test("A frame of the right form that says nothing we asked for is an answer that cannot be read")
  func otherAnswer() throws {
    let end = try end(#"printf 'GRAD\1\0\2\0\2\0\0\0\0\0\0\0\0\0\0\0[]'; sleep 5"#).end
    #expect(end == .garbled(.unreadable("0 answers to 1 questions")))
  }

  @Test("A length beyond the limit ends the conversation before the bytes come")
  func tooLong() throws {
    let end = try end(#"printf 'GRAD\1\0\2\0\0\0\0\177\0\0\0\0\0\0\0\0'; sleep 5"#).end
    #expect(end == .garbled(.tooLong(limit: 1 << 16)))
  }

  @Test("Ending with a status is told with the status", arguments: [0, 1, 3])
  func exits(status: Int32) throws {
    #expect(try end("exit \(status)").end == .exited(status: status))
  }

  @Test("The status of an unwritten part names the part, and its note is not shown as output")
  func unfinished() throws {
    let (end, printed) = try end(
      "echo hello >&2; echo 'unfinished: 5.3' >&2; exit \(unfinishedStatus)")
    #expect(end == .unfinished(part: "5.3"))
    #expect(printed == "hello\n")
  }

  @Test("What is no part's number names no part")
  func forgedPart() throws {
    let forged = try end(
      "echo 'unfinished: 5.3 to be paid in full' >&2; exit \(unfinishedStatus)")
    #expect(forged.end == .unfinished(part: ""))
  }

  @Test("Whoever waits for ever is told that it waits", .enabled(if: activityIsVisible))
  func sleeps() throws {
    let waited = SubjectEnd.waitedTooLong(seconds: 1, isCertain: true)
    #expect(try end("sleep 60").end == waited)
    #expect(try end("exec >&- 2>&- <&-; sleep 60").end == waited)
    #expect(try end("kill -STOP $$").end == waited)
  }

  @Test("Who asks again and again whether the wait is over waits, too")
  func polls() throws {
    let limits = Limits(cpuSeconds: 60, wallSeconds: 1)
    guard case .waitedTooLong = try end("while :; do sleep 0.05; done", limits: limits).end else {
      Issue.record("it is not told that it waits")
      return
    }
  }

  @Test("Whoever computes for ever is ended when the processor time is over, and told both times")
  func spins() throws {
    let limits = Limits(cpuSeconds: 1, wallSeconds: 30)
    for script in ["while :; do :; done", "kill -XCPU $$"] {
      guard case .computedTooLong(let seconds, allowed: 1, _) = try end(script, limits: limits).end
      else {
        Issue.record("\(script) is not told that it computes too long")
        continue
      }
      #expect((1..<5).contains(seconds))
    }
  }

  @Test(
    "Whoever computes is not told that it waits, however long it takes to come to its limit",
    .enabled(if: activityIsVisible))
  func computesBeyondTheWall() throws {
    // A second of computing cannot come to an end within a tenth of one on the wall.
    let limits = Limits(cpuSeconds: 1, wallSeconds: 0.1, longestSeconds: 60)
    guard case .computedTooLong = try end("while :; do :; done", limits: limits).end else {
      Issue.record("it is not told that it computes")
      return
    }
  }

  @Test("Whoever computes a little and then waits for ever is told that it waits")
  func computesAndWaits() throws {
    let limits = Limits(cpuSeconds: 60, wallSeconds: 1)
    let script = "i=0; while [ $i -lt 50000 ]; do i=$((i + 1)); done; sleep 60"
    guard case .waitedTooLong = try end(script, limits: limits).end else {
      Issue.record("it is not told that it waits")
      return
    }
  }

  @Test(
    "A machine that lets nobody compute is at fault itself: that is no verdict on the student",
    .enabled(if: activityIsVisible))
  func starves() throws {
    // As if a minute's computing had not been possible within half a second.
    let limits = Limits(cpuSeconds: 60, wallSeconds: 20, longestSeconds: 0.5)
    let end = try #require(try end("while :; do :; done", limits: limits).end)
    guard case .starved(_, allowed: 60, wallSeconds: 0.5) = end else {
      Issue.record("\(end)")
      return
    }
    #expect(end.verdict == .graderFault)
    #expect(
      Sentences.end(end).hasPrefix("This machine is too busy to tell: in 0.5 s your code was"))
  }

  @Test("What took too long is told with what it took, what is allowed, and which of the two it is")
  func sentences() {
    #expect(
      Sentences.end(.computedTooLong(seconds: 2.0312, allowed: 2))
        == "No answer after 2 s of computing. "
        + "Your code is too slow, or a loop in it does not end.")
    #expect(
      Sentences.end(.waitedTooLong(seconds: 20, isCertain: true))
        == "No answer: your code waited for 20 s and did not compute. "
        + "Does something wait for ever?")
    #expect(
      !Sentences.end(.waitedTooLong(seconds: 20, isCertain: false)).contains("did not compute"))
  }

  @Test("Signals that it ignores do not save it")
  func ignoresSignals() throws {
    guard
      case .waitedTooLong = try end("trap '' TERM INT HUP XCPU; sleep 60 & wait").end
    else {
      Issue.record("it has not been ended")
      return
    }
  }

  @Test("A flood on standard error is stopped; its beginning and end are kept")
  func floodsLog() throws {
    let (end, printed) = try end("echo first >&2; while :; do echo again and again >&2; done")
    #expect(end == .printedTooMuch(limit: 1 << 16))
    #expect(printed.hasPrefix("first\n"))
    #expect(printed.utf8.count < 40_000)
    #expect(printed.contains("bytes left out"))
  }

  @Test("A flood of answers is not collected")
  func floodsAnswers() throws {
    let end = try end(#"printf 'GRAD\1\0\2\0\0\0\1\0\0\0\0\0\0\0\0\0'; cat /dev/zero"#).end
    guard case .garbled = end else {
      Issue.record("\(String(describing: end))")
      return
    }
  }

  @Test("What it prints is shown without control characters")
  func controlCharacters() throws {
    let (_, printed) = try end(#"printf 'a\033[31mb\000c\007\r\n' >&2; exit 1"#)
    #expect(printed == "a[31mbc\n")
  }

  @Test("Children that it leaves, in whatever session, are gone with it")
  func leavesChildren() throws {
    let script = """
      sleep 61.25 & setsid sleep 61.25 & (setsid sh -c 'sleep 61.25 & sleep 61.25' &)
      sleep 0.2; exit 1
      """
    #expect(try end(script).end == .exited(status: 1))
    let processes = try FileManager.default.contentsOfDirectory(atPath: "/proc")
    let left = processes.compactMap {
      try? String(contentsOfFile: "/proc/\($0)/cmdline", encoding: .utf8)
    }.filter { $0.hasPrefix("sleep") && $0.contains("61.25") }
    #expect(left.isEmpty)
  }

  @Test("It sees nothing of our environment but what it is meant to see")
  func environment() throws {
    setenv("GRADUS_TEST_SECRET", "secret", 1)
    defer { unsetenv("GRADUS_TEST_SECRET") }
    let (_, printed) = try end("env >&2; exit 1")
    #expect(printed.contains("HOME=") && printed.contains("GRADUS_THREADS="))
    #expect(!printed.contains("GRADUS_TEST_SECRET"))
  }

  @Test("It inherits no descriptor of ours beyond the first three")
  func descriptors() throws {
    // As Foundation might have one open on another thread.
    let left = open("/dev/null", O_RDONLY)
    defer { close(left) }
    let (_, printed) = try end("exec >&2; ls /proc/$$/fd; exit 1")
    // The shell itself holds its script at 10 or above.
    #expect(printed.split(separator: "\n").filter { $0.count == 1 } == ["0", "1", "2"])
  }

  @Test("Its folder is gone when it is, and what it prints names that of a sandbox")
  func scratchIsRemoved() throws {
    let (_, printed) = try end(#"touch left; pwd >&2; basename "$PWD" >&2; exit 1"#)
    let lines = printed.split(separator: "\n")
    try #require(lines.count == 2 && lines[0] == "/tmp" && lines[1].hasPrefix("gradus-"))
    let path = try "\(ScratchFolder.parent())/\(lines[1])"
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("A program that is not there cannot be started, and says so")
  func missingProgram() throws {
    let subject = try SubjectProcess(
      executable: "/no/such/program", studentFiles: [], limits: Self.limits)
    #expect(throws: SubjectEnd.exited(status: 127)) {
      try subject.ask(.sigmoid, [LayerRun([Tensor([1])])], limits: Self.limits)
    }
  }
}

/// Whether it can be seen of a process that it waits.
private let activityIsVisible = FileManager.default.fileExists(atPath: "/proc/self/task")

/// A shell script in the place of a subject.
private final class SubjectScript {
  let process: SubjectProcess
  private let folder: ScratchFolder

  init(_ script: String, limits: Limits) throws {
    folder = try ScratchFolder()
    let path = "\(folder.path)/subject"
    try AtomicFile.write(Data("#!/bin/sh\n\(script)\n".utf8), to: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    process = try SubjectProcess(executable: path, studentFiles: [], limits: limits)
  }
}
