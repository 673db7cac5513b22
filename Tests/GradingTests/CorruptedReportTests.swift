import Corruptions
import Doorway
import Foundation
import Tensors
import Testing

@testable import Grading

/// What a batch has left on the disk and somebody has spoiled is refused in a sentence, or is as good as
/// before: no export, merge or grade traps of it.
@Suite("Of corrupted results")
struct CorruptedReportTests {
  private let folder: ScratchFolder
  private let exercise = SyntheticClass.exercise

  init() throws {
    folder = try ScratchFolder()
  }

  private var path: String { "\(folder.path)/out" }

  private func put(_ bytes: [UInt8], at name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  private var reports: [Report] {
    var graded = SyntheticClass.report("ann", [.passed, .failed], notes: ["A note."])
    graded.grade = Grade(points: Score(hundredths: 7450), rules: ["A rule."])
    graded.graderDigest = "g"
    var other = SyntheticClass.report("bo", [.graderFault, .failed], output: "said")
    other.graderDigest = "g"
    return [graded, other]
  }

  /// Leaves what a batch leaves, as one shard of one.
  private func leave() throws -> [String: [UInt8]] {
    let output = try BatchOutput(
      path, of: exercise, seed: 7, secret: "s", shard: Shard(1, of: 1))
    try ShardRecord(
      shard: 1, of: 1, submissions: reports.map(\.submission), hasPolicy: false, attempts: nil
    ).write(in: path)
    for report in reports { try output.write(report) }
    try Gradebook(exercise, ClassReports(reports)).write(to: path)
    var files: [String: [UInt8]] = [:]
    let own = reports.map { "reports/\($0.fileName).json" }
    for file in own + ["batch.json", "gradebook.csv", "shards/1-of-1.json"] {
      files[file] = Array(try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(file)")))
    }
    return files
  }

  @Test("reports, gradebook and journal of a batch are exported, or it is said why not")
  func export() throws {
    let files = try leave()
    let names = files.keys.sorted()
    let policy = Policy()
    var number = 0
    let faults = Corruptions(of: names.map { files[$0] ?? [] }).faults("reports") { bytes in
      number += 1
      // A report two times in three.
      let name =
        number % 3 < 2 ? names.last { $0.hasPrefix("reports/") } : names[number % names.count]
      let target = name ?? ""
      defer { try? put(files[target] ?? [], at: target) }
      return sentence {
        try put(bytes, at: target)
        let results = try BatchResults(path, of: [exercise])
        for report in results.reports {
          _ = (policy.grade(report), SyntheticClass.page(report), report.score)
          _ = try GradescopeResults(report)?.json()
        }
        _ = JUnit(exercise: exercise).text(of: results.reports)
        _ = Gradebook(exercise, ClassReports(results.reports)).csv
        _ = SyntheticClass.index(results.reports)
      }
    }
    #expect(faults == [])
  }

  @Test("what shards have left is put together, or it is said what does not fit")
  func merge() throws {
    let files = try leave()
    let names = files.keys.sorted()
    var number = 0
    let corruptions = Corruptions(of: names.map { files[$0] ?? [] })
    let faults = corruptions.faults("shards", count: Corruptions.count / 20) { bytes in
      number += 1
      let target = names[number % names.count]
      defer {
        try? FileManager.default.removeItem(atPath: path)
        _ = try? leave()
      }
      return sentence {
        try put(bytes, at: target)
        let outcome = try Merge([path], into: nil, of: [exercise]).run(policy: Policy())
        if !outcome.misfits.isEmpty { throw Misfits(sentences: outcome.misfits) }
      }
    }
    #expect(faults == [])
  }

  private struct Misfits: Error, CustomStringConvertible {
    let sentences: [String]
    var description: String { sentences.joined(separator: "\n") }
  }

  @Test("an answer key")
  func answerKey() throws {
    let frame = try Wire.encode(Tensor([[1, 2], [3, 4]]), as: .answer)
    var key = AnswerKey(mistakes: [KnownMistake(id: "a.b", checks: ["05.a"], explanation: "x")])
    let entry = AnswerKey.Entry("solution", to: "05.a", frame)
    key[entry] = frame.bytes
    try key.write(to: "\(folder.path)/key")
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/key").sorted()
    let files = try names.map {
      Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/key/\($0)")))
    }
    let target = "\(folder.path)/key/05.a.plist"
    let faults = Corruptions(of: files).faults("answer keys") { bytes in
      sentence {
        try Data(bytes).write(to: URL(fileURLWithPath: target))
        let read = try AnswerKey(contentsOf: "\(folder.path)/key")
        _ = read.agrees(with: key)
        if var data = read[entry], let frame = try? Frame.take(from: &data, limit: 1 << 20) {
          _ = try? Wire.decode(Tensor.self, from: frame)
        }
      }
    }
    #expect(faults == [])
    // The frame in it, apart from the list around it.
    let answers = Corruptions(of: [Array(frame.bytes)]).faults("answers in keys") { bytes in
      var other = key
      other[entry] = Data(bytes)
      return other.agrees(with: key) ? nil : "It is another key than it was."
    }
    #expect(answers == [])
  }
}
