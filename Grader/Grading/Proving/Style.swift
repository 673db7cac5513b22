import Foundation

/// A right solution, written otherwise than ours. It has only the files that differ; ours stand in
/// for the rest.
struct Style: Sendable {
  var name: String
  var files: [String: Data]

  /// The solution as it is: no draw of the samples may refuse it.
  static let solution = Style(name: "Solutions", files: [:])

  /// The styles that lie in `folder`, one folder each, by name.
  static func all(in folder: String, of exercise: Exercise) throws(GraderError) -> [Style] {
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    var styles: [Style] = []
    for name in try Folder.contents(of: folder).sorted() where !name.hasPrefix(".") {
      var files: [String: Data] = [:]
      for file in try Folder.contents(of: "\(folder)/\(name)") where file.hasSuffix(".swift") {
        let path = "\(folder)/\(name)/\(file)"
        // A file that no exercise has would be compiled, and none of the solution's replaced.
        guard exercise.files.contains(file) else {
          throw .strayStyle(file: path, known: exercise.files)
        }
        files[file] = FileManager.default.contents(atPath: path)
      }
      styles.append(Style(name: name, files: files))
    }
    return styles
  }
}

/// What became of the styles of an exercise.
public struct StyleProof: Sendable {
  public struct Outcome: Sendable {
    public var name: String
    public var compiles = true
    public var refusals: [Refusal] = []

    /// The answer of each check that came nearest to its tolerance, by the check's id.
    public var nearest: [String: Nearness] = [:]

    public var isAccepted: Bool { compiles && refusals.isEmpty }
  }

  /// A check that did not pass, though it should.
  public struct Refusal: Sendable {
    public var seed: UInt64
    public var check: String
    public var verdict: Verdict
    public var message: String
  }

  /// How much of a tolerance a right answer took, at a seed.
  public struct Nearness: Sendable {
    public var used: Double
    public var seed: UInt64
  }

  /// What a tolerance has to leave between it and right answers: it is ten times as wide as they differ.
  public static let mostUsed = 0.1

  public var exercise: String
  public var seed: UInt64
  public var seeds: Int
  public var outcomes: [Outcome]
  public var seconds: Double

  public var accepted: Int { outcomes.count(where: \.isAccepted) }

  /// For each check that compares, the style that came nearest to its tolerance; the nearest first.
  public var nearest: [(check: String, style: String, nearness: Nearness)] {
    var nearest: [String: (check: String, style: String, nearness: Nearness)] = [:]
    for outcome in outcomes {
      for (check, nearness) in outcome.nearest
      where nearness.used > nearest[check]?.nearness.used ?? 0 {
        nearest[check] = (check, outcome.name, nearness)
      }
    }
    return nearest.values.sorted { ($1.nearness.used, $0.check) < ($0.nearness.used, $1.check) }
  }

  /// The checks whose tolerance is too near to what is right.
  public var tight: [String] {
    nearest.filter { $0.nearness.used > Self.mostUsed }.map(\.check)
  }
}
