import Checks
import Foundation
import Grading
import Proofs
import Testing

/// Whatever stops a batch, what is graded stays and is not graded again.
@Suite(
  "A batch that is stopped", .serialized,
  .enabled(if: proofs, "GRADUS_PROOFS=1 runs the proofs"))
struct BatchStoppedTests {
  private static let names = [
    "untouched", "does-not-compile", "trap", "bias-unsummed", "half-done", "too-deep", "copies",
  ]
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    let samples = try Installation.find().submissions(of: Catalogue.exercise("05"))
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/class", withIntermediateDirectories: false)
    for name in Self.names {
      try FileManager.default.copyItem(
        atPath: "\(samples)/\(name)", toPath: "\(folder.path)/class/\(name)")
    }
  }

  private func words(_ output: String, seed: Int? = nil) -> [String] {
    ["batch", "\(folder.path)/class", "--exercise", "05", "--output", "\(folder.path)/\(output)"]
      + sandboxWords + (seed.map { ["--seed", "\($0)"] } ?? [])
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(folder.path)/\(path)", encoding: .utf8)
  }

  /// What would be another if the file were written once more.
  private struct Mark: Equatable {
    var inode: UInt64
    var seconds: Int
    var nanoseconds: Int
  }

  private func reports(in output: String) -> [String: Mark] {
    let folder = "\(folder.path)/\(output)/reports"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var marks: [String: Mark] = [:]
    for name in names where name.hasSuffix(".json") {
      var information = stat()
      guard stat("\(folder)/\(name)", &information) == 0 else { continue }
      #if canImport(Darwin)
        let time = information.st_mtimespec
      #else
        let time = information.st_mtim
      #endif
      marks[name] = Mark(
        inode: UInt64(information.st_ino), seconds: time.tv_sec, nanoseconds: time.tv_nsec)
    }
    return marks
  }

  @Test(
    "Killed three times at random moments and run again: the same gradebook, nothing graded twice")
  func killedThreeTimes() throws {
    let start = ContinuousClock.now
    #expect(try RunningGrader(words("whole", seed: 11)).end() == 0)
    let whole = (ContinuousClock.now - start) / .microseconds(1)
    let expected = try text("whole/gradebook.csv")

    var seen: [String: Mark] = [:]
    for round in 1...3 {
      let grader = try RunningGrader(words("killed", seed: round == 1 ? 11 : nil))
      // Every other one gets as far as a report: else nothing could be graded twice.
      if round % 2 == 1 { _ = grader.waits(for: " points: ") }
      let delay = UInt32.random(in: 0...UInt32(whole / 3))
      usleep(delay)
      let status = grader.end(by: SIGKILL)
      #expect([0, 128 + SIGKILL].contains(status), "after \(delay) µs: \(grader.errors)")
      let now = reports(in: "killed")
      for (name, mark) in seen { #expect(now[name] == mark, "\(name), after \(delay) µs") }
      seen = now
    }
    #expect(!seen.isEmpty)
    let last = try RunningGrader(words("killed"))
    #expect(last.end() == 0, "\(last.errors)")
    let now = reports(in: "killed")
    for (name, mark) in seen { #expect(now[name] == mark, "\(name)") }
    #expect(now.count == Self.names.count)
    #expect(try text("killed/gradebook.csv") == expected)
    let files = try FileManager.default.subpathsOfDirectory(atPath: "\(folder.path)/killed")
    #expect(!files.contains { $0.hasSuffix(".new") })

    let again = try RunningGrader(words("killed"))
    #expect(again.end() == 0)
    #expect(again.errors.contains("7 of 7 were graded before, under the same conditions, and stay"))
    #expect(reports(in: "killed") == now)
    #expect(try text("killed/gradebook.csv") == expected)
  }

  private func keepTwo() throws {
    for name in Self.names.dropFirst(2) {
      try FileManager.default.removeItem(atPath: "\(folder.path)/class/\(name)")
    }
  }

  /// Adds a submission that does not end by itself, the last by name; returns where it lies.
  private func addOneThatWaits() throws -> String {
    let source = """
      import Foundation
      import Tensors

      public struct Sigmoid: Layer {
        public init() {}
        public func forward(_ x: Tensor) -> (output: Tensor, cache: Tensor) {
          while true { sleep(9) }
        }
        public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor { upstream }
      }
      """
    let path = "\(folder.path)/class/zz-waits"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    try AtomicFile.write(Data(source.utf8), to: "\(path)/Sigmoid.swift")
    return path
  }

  @Test("What a killed grader has left, running or lying there, the next one clears away")
  func leftovers() throws {
    try keepTwo()
    let waiting = try addOneThatWaits()
    let killed = try RunningGrader(words("out"))
    #expect(killed.waits(for: "[2/3]"), "\(killed.errors)")
    usleep(2_500_000)
    #expect(killed.end(by: SIGKILL) == 128 + SIGKILL)
    #expect(!(try FileManager.default.contentsOfDirectory(atPath: killed.temporaryFolder).isEmpty))
    if hasSandbox {
      usleep(1_000_000)
      #expect(killed.children.isEmpty)
    }

    try FileManager.default.removeItem(atPath: waiting)
    #expect(try RunningGrader(words("out")).end() == 0)
    #expect(killed.children.isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: killed.temporaryFolder).isEmpty)
  }

  @Test(
    "A signal stops it at once; it says how many are graded and how to go on, and leaves no process",
    arguments: [SIGINT, SIGTERM, SIGHUP])
  func stoppedBySignal(signal: Int32) throws {
    try keepTwo()
    let waiting = try addOneThatWaits()

    let grader = try RunningGrader(words("out"))
    #expect(grader.waits(for: "[2/3]"), "\(grader.errors)")
    usleep(2_500_000)
    let second = try GraderCommand(words("out"))
    #expect(second.status == 2)
    #expect(second.errors.contains("Another grader, process \(grader.pid), is at work on"))

    #if os(Linux)
      #expect(!grader.children.isEmpty)
    #endif
    #expect(grader.end(by: signal) == 128 + signal)
    #expect(grader.children.isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: grader.temporaryFolder).isEmpty)
    #expect(
      grader.errors.hasSuffix(
        "Stopped. 2 of 3 submissions are graded and stay so. To go on: swift run grader "
          + words("out").joined(separator: " ") + "\n"), "\(grader.errors)")
    let done = reports(in: "out")
    #expect(done.keys.sorted() == ["does-not-compile.json", "untouched.json"])

    try FileManager.default.removeItem(atPath: waiting)
    let next = try GraderCommand(words("out"))
    #expect(next.status == 0, "\(next.errors)")
    #expect(reports(in: "out") == done)
  }

  @Test("New files are graded and no others; who is gone is in no gradebook, and is named")
  func onlyWhatIsNew() throws {
    for name in Self.names.dropFirst(3) {
      try FileManager.default.removeItem(atPath: "\(folder.path)/class/\(name)")
    }
    #expect(try GraderCommand(words("out")).status == 0)
    let first = reports(in: "out")
    let file = "\(folder.path)/class/trap/Sigmoid.swift"
    try AtomicFile.write(
      Data(contentsOf: URL(fileURLWithPath: file)) + Data("\n// Better.\n".utf8), to: file)
    try FileManager.default.removeItem(atPath: "\(folder.path)/class/untouched")

    let run = try GraderCommand(words("out"))
    #expect(run.status == 0)
    #expect(
      run.errors.contains("1 of 2 are graded again"))
    #expect(run.errors.contains("not in the gradebook: untouched."))
    let second = reports(in: "out")
    #expect(second.keys.sorted() == ["does-not-compile.json", "trap.json"])
    #expect(second["does-not-compile.json"] == first["does-not-compile.json"])
    #expect(second["trap.json"] != first["trap.json"])
    #expect(try !text("out/gradebook.csv").contains("untouched"))
  }
}
