import Foundation

/// The names of an exercise's files, as people and programs change them. Made once for many names:
/// to make a regular expression takes longer than to match it.
struct ListedNames {
  /// By their lower case. What is given is nobody's to hand in, whatever is listed besides.
  private let files: [String: String]
  private let given: Set<String>

  /// "sigmoid (1).swift", "copy of sigmoid.swift": what browsers, file managers and course sites add.
  private let copy =
    /(?:(?:copy of|kopie von) )?(.+?)(?:[ _\-]*\(\d+\)|[ _\-]+\d+|[ _\-]+(?:copy|kopie|copie)(?:[ _\-]*\(?\d+\)?)?)?\.swift(?:\.txt)?/

  init(_ exercise: Exercise) {
    files = Dictionary(exercise.handedIn.map { ($0.lowercased(), $0) }) { first, _ in first }
    given = Set(exercise.given.map { $0.lowercased() })
  }

  /// Returns which of the exercise's files one called `name` may be, and whether it bears the mark
  /// of a copy; nil where it is none.
  func file(called name: String) -> (file: String, isCopy: Bool)? {
    guard !name.hasPrefix("._") else { return nil }
    let lower = name.lowercased().trimmingCharacters(in: .whitespaces)
    if let file = files[lower] { return (file, false) }
    guard lower.contains(".swift"), !given.contains(lower),
      let match = lower.wholeMatch(of: copy), let file = files["\(match.1).swift"]
    else { return nil }
    return (file, true)
  }
}
