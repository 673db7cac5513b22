import Checks
import Foundation
import Grading
import Proofs
import Tensors
import Testing

/// Known mistakes as submissions, one in each: what they lose is what the parts at fault are worth.
/// `GRADUS_ONCE=40` takes so many, and prints all of them as a table.
@Suite("A mistake is paid for once", .enabled(if: proofs, "GRADUS_PROOFS=1 runs the proofs"))
struct PaidOnceTests {
  static let count =
    ProcessInfo.processInfo.environment["GRADUS_ONCE"].flatMap { Int($0) } ?? 6
  static let seed: UInt64 = 14

  /// A mistake as a submission.
  struct Case {
    var exercise: Exercise
    var file: String
    var mistake: String
  }

  struct Row {
    var exercise: String
    var mistake: String
    var file: String
    var without: Int
    var lost: Int
    var ofFile: Int
    var elsewhere: [String]
  }

  /// So many files of exercises 02 to 07, drawn without repetition, and a mistake of each.
  static func cases() throws -> [Case] {
    var generator = SeededGenerator(seed: seed)
    var all: [Case] = []
    for exercise in Catalogue.exercises where ("02"..."07").contains(exercise.number) {
      let mistakes = try Kept.workshop(of: exercise).mistakes()
      for file in exercise.files {
        let own = mistakes.filter { $0.file == file }
        guard let one = own.randomElement(using: &generator) else { continue }
        all.append(Case(exercise: exercise, file: file, mistake: one.id))
      }
    }
    all.shuffle(using: &generator)
    return Array(all.prefix(count))
  }

  @Test("What one mistake loses is lost by checks about its own file")
  func costsItsOwnPart() throws {
    let cases = try Self.cases()
    var rows: [Row] = []
    for exercise in Catalogue.exercises {
      let own = cases.filter { $0.exercise.number == exercise.number }
      if !own.isEmpty { rows += try Self.rows(of: own, exercise) }
    }
    print(Self.table(rows))
    #expect(rows.count == cases.count)
    for row in rows { #expect(row.lost == row.ofFile && row.lost > 0, "\(row)") }
  }

  /// Grades `cases` as a batch does.
  static func rows(of cases: [Case], _ exercise: Exercise) throws -> [Row] {
    let installation = try Installation.find()
    let workshop = try Kept.workshop(of: exercise)
    let folder = URL(fileURLWithPath: NSTemporaryDirectory())
      .appendingPathComponent("gradus-once-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for each in cases {
      let home = folder.appendingPathComponent("class/\(each.mistake)")
      try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
      for (name, data) in try workshop.sources(of: .mistake(each.mistake)) {
        try data.write(to: home.appendingPathComponent(name))
      }
    }
    let submissions = folder.appendingPathComponent("class").path
    let output = try BatchOutput(
      folder.appendingPathComponent("out").path, of: exercise, apartFrom: submissions, seed: seed)
    let outcome = try Batch(
      exercise, SubmissionFolder(submissions), output: output,
      jobs: ProcessInfo.processInfo.activeProcessorCount,
      data: exercise.data?.synthetic(output.drawingSeed), workshop: workshop,
      oracle: .standard(exercise, installation), asksReference: false
    ).run()
    return outcome.reports.map { report in
      let file = cases.first { $0.mistake == report.submission }?.file ?? ""
      let lost = report.checks.filter { $0.points < $0.possible }
      let own = lost.filter { exercise.check($0.id)?.file == file }
      let others = report.checks.filter { $0.ours != nil }
      // A bonus makes up for nothing.
      let loss = lost.map { $0.possible - $0.points }.reduce(0, +)
      return Row(
        exercise: exercise.number, mistake: report.submission, file: file,
        without: loss + others.map(\.points).reduce(0, +), lost: loss,
        ofFile: own.map(\.possible).reduce(0, +),
        elsewhere: lost.map(\.id).filter { id in !own.contains { $0.id == id } })
    }
  }

  static func table(_ rows: [Row]) -> String {
    let lines = rows.map {
      "| \($0.exercise) | \($0.mistake) | \($0.file) | \($0.without) | \($0.lost) | \($0.ofFile) | "
        + "\($0.elsewhere.joined(separator: ", ")) |"
    }
    let sums = [\Row.without, \.lost, \.ofFile].map { key in
      "\(rows.map { $0[keyPath: key] }.reduce(0, +))"
    }
    return
      ([
        "| exercise | mistake | file | lost without | lost | of its file | lost elsewhere |",
        "| --- | --- | --- | ---: | ---: | ---: | --- |",
      ] + lines + ["| all | | | \(sums.joined(separator: " | ")) | |"]).joined(separator: "\n")
  }
}
