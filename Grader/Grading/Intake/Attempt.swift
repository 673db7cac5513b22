import Foundation

/// Which of somebody's attempts a name stands for: "work.zip", "work (2).zip", "ann_attempt_3",
/// "ann-v2", "ann_2026-11-20-23-59-05".
struct Attempt: Comparable {
  /// The name without the mark of an attempt, and without the ending of an archive.
  let owner: String

  /// The numbers of the mark, the most important first; none for the first attempt.
  let numbers: [Int]

  private let name: String

  init(_ name: String) {
    self.name = name
    let stem = Self.withoutEnding(name)
    let time =
      /(.+?)[ _\-@]+(\d{4})-(\d\d)-(\d\d)(?:[T _\-](\d\d)[\-:.]?(\d\d)(?:[\-:.]?(\d\d))?Z?)?/
    let count =
      /(.+?)(?:[ _\-]*\((\d{1,6})\)|[ _\-]+(?:(?:attempt|versuch|abgabe|try)[ _\-]?|v)(\d{1,3}))/
      .ignoresCase()
    if let match = stem.wholeMatch(of: time) {
      owner = String(match.1)
      numbers =
        [match.2, match.3, match.4].compactMap { Int($0) }
        + [match.5, match.6, match.7].compactMap { $0.flatMap { Int($0) } }
    } else if let match = stem.wholeMatch(of: count) {
      owner = String(match.1)
      numbers = [match.2 ?? match.3].compactMap { $0.flatMap { Int($0) } }
    } else {
      owner = stem
      numbers = []
    }
  }

  /// Whether the name says nothing but which of somebody's versions it is: "v2", "old", "2".
  static func isMark(_ name: String) -> Bool {
    let mark =
      /(?:v|version|attempt|versuch|abgabe|try)?[ _\-]*\d{1,2}|old|alt|new|neu|final|backup|copy|kopie/
      .ignoresCase()
    return withoutEnding(name).wholeMatch(of: mark) != nil
  }

  /// "ann.tar.gz" → "ann".
  static func withoutEnding(_ name: String) -> String {
    guard
      let ending = [".tar.gz", ".tgz", ".zip", ".tar"].first(where: name.lowercased().hasSuffix),
      name.count > ending.count
    else { return name }
    return String(name.dropLast(ending.count))
  }

  static func < (a: Self, b: Self) -> Bool {
    a.numbers == b.numbers
      ? a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
      : a.numbers.lexicographicallyPrecedes(b.numbers)
  }
}
