import Checks
import Foundation
import Grading
import Proofs
import Testing

/// One of the samples in `Data/Submissions/NN`, with what must come out, as `NN.txt` says:
///
///     does-not-compile
///       7 points
///       05.relu.gradient passed
///       05.relu.forward failed, with: words of what is said
///       files: words of what is said of its files
struct Sample: Sendable, CustomTestStringConvertible {
  var exercise: Exercise
  var name: String
  var points: Int?
  var checks: [(id: String, verdict: Verdict, words: String)] = []

  /// Parts of what is said of its files.
  var notes: [String] = []

  var testDescription: String { "\(exercise.number) \(name)" }

  /// The samples of the exercises whose turn it is.
  ///
  /// - Throws: where a line says nothing that is understood.
  static func all() throws -> [Sample] {
    try Catalogue.ofThisTurn.flatMap(all)
  }

  static func all(of exercise: Exercise) throws -> [Sample] {
    let path = "\(try Installation.find().submissions(of: exercise)).txt"
    return try parse(try String(contentsOfFile: path, encoding: .utf8), of: exercise)
  }

  /// What is said before a mistake's name.
  static let naming = "This is exactly what comes out when "

  private static func parse(_ text: String, of exercise: Exercise) throws -> [Sample] {
    var samples: [Sample] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      guard line.hasPrefix("  ") else {
        samples.append(Sample(exercise: exercise, name: String(line)))
        continue
      }
      guard !samples.isEmpty else { throw BadSamples("'\(line)' stands before any sample") }
      try samples[samples.count - 1].add(line.dropFirst(2))
    }
    return samples
  }

  private mutating func add(_ claim: Substring) throws {
    if let match = claim.wholeMatch(of: /(\d+) points/) {
      points = Int(match.1)
    } else if let match = claim.wholeMatch(of: /files: (.+)/) {
      notes.append(String(match.1))
    } else {
      let form = /(\d\d\.\S+) ([a-zA-Z]+)(?:, (with|named): (.+))?/
      guard let match = claim.wholeMatch(of: form), let verdict = Verdict(rawValue: String(match.2))
      else { throw BadSamples("'\(claim)' is no expectation") }
      let named = match.3 == "named" ? Self.naming : ""
      checks.append((String(match.1), verdict, named + (match.4 ?? "")))
    }
  }
}

/// Why there are no samples, or no reports on them.
///
/// Both are made once and kept. What `#require` throws is no error for that: a test that it ends is
/// taken for one that has told of it, and passes if another was told.
struct BadSamples: Error {
  var reason: String

  init(_ reason: String) { self.reason = reason }
}
