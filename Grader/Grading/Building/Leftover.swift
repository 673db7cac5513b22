import Foundation

/// A stub's line that ends the program and still stands in a part that has been written.
struct Leftover: Equatable {
  var part: String

  /// The line in the file, from 1.
  var line: Int

  /// Returns those in `text`, whose stub is `stub`: there, other code stands before or behind the line.
  static func all(in text: String, stub: String) -> [Leftover] {
    let handedOut = Dictionary(places(in: stub).map { ($0.part, $0) }) { first, _ in first }
    return places(in: text).compactMap { place in
      guard let there = handedOut[place.part],
        place.before != there.before || place.behind != there.behind
      else { return nil }
      return Leftover(part: place.part, line: place.line)
    }
  }

  /// A stub's line and the code around it.
  private struct Place {
    var part: String
    var line: Int
    var before: String?
    var behind: String?
  }

  private static func places(in text: String) -> [Place] {
    let code = SwiftText(text).withoutComments.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).map { $0.trimmingCharacters(in: .whitespaces) }
    return code.indices.compactMap { i in
      guard let match = code[i].wholeMatch(of: /unfinished\("([^"]+)"\)/) else { return nil }
      return Place(
        part: String(match.1), line: i + 1, before: code[..<i].last { !$0.isEmpty },
        behind: code[(i + 1)...].first { !$0.isEmpty })
    }
  }
}
