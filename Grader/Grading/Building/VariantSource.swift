import Foundation

/// A file that holds several bodies of its parts, of which a program chooses at its start by the number
/// that it is told. To build many programs as one takes a tenth of the time.
///
///     switch chosenVariant {
///     case 17:
///       …
///     default:
///       the solution's own
///     }
struct VariantSource {
  struct Body: Equatable {
    /// What the program has to be told.
    var number: Int
    var part: Int
    var text: String

    /// Whether it is an expression, which is what the part returns.
    var isExpression: Bool
  }

  private(set) var text = ""

  /// At which lines each body stands, in the order of the file, with its place among `bodies`.
  private(set) var lines: [(range: Range<Int>, body: Int)] = []
  private var line = 1

  /// Of a part that is less than a function there can be one body, which is chosen always.
  ///
  /// - Parameter probe: The number with which a part ends the program as a stub does; nil for none.
  init(of file: String, bodies: [Body], probe: ((_ part: Int) -> Int)? = nil) {
    let source = Array(file.utf8)
    var position = 0
    for (number, part) in WrittenPart.parts(of: file).enumerated() {
      add(String(decoding: source[position..<part.block.lowerBound], as: UTF8.self))
      position = part.block.upperBound
      let own = bodies.indices.filter { bodies[$0].part == number }
      guard part.isWholeBody else {
        let start = line
        add(own.first.map { bodies[$0].text } ?? part.body)
        if let only = own.first { lines.append((start..<line + 1, only)) }
        continue
      }
      guard probe != nil || !own.isEmpty else {
        add(part.body)
        continue
      }
      add("switch chosenVariant {\n")
      for place in own {
        let body = bodies[place]
        add("case \(body.number):\n")
        let start = line
        add((body.isExpression ? "return " : "") + trimmed(body.text) + "\n")
        // A body from which all is gone is still a case.
        if body.text.allSatisfy(\.isWhitespace) { add("break\n") }
        lines.append((start..<line, place))
      }
      if let probe { add("case \(probe(number)): unfinished(\"\(number)\")\n") }
      add("default:\n\(part.isExpression ? "return " : "")\(trimmed(part.body))\n}")
    }
    add(String(decoding: source[position...], as: UTF8.self))
    add(
      """

      private let chosenVariant =
        CommandLine.arguments.count > 1 ? Int(CommandLine.arguments[1]) ?? 0 : 0

      """)
  }

  /// Returns the bodies that make `changed` of `file`; nil where it differs elsewhere than in whole
  /// bodies of functions.
  static func bodies(from file: String, to changed: String, number: Int) -> [Body]? {
    let (old, new) = (WrittenPart.parts(of: file), WrittenPart.parts(of: changed))
    guard old.count == new.count, rest(of: file, old) == rest(of: changed, new) else { return nil }
    let places = old.indices.filter { old[$0].body != new[$0].body }
    guard places.allSatisfy({ old[$0].isWholeBody && new[$0].isWholeBody }) else { return nil }
    return places.map {
      Body(number: number, part: $0, text: new[$0].body, isExpression: new[$0].isExpression)
    }
  }

  /// What stands outside the parts.
  private static func rest(of file: String, _ parts: [WrittenPart]) -> [String] {
    let bytes = Array(file.utf8)
    let starts = [0] + parts.map(\.block.upperBound)
    let ends = parts.map(\.block.lowerBound) + [bytes.count]
    return zip(starts, ends).map { String(decoding: bytes[$0..<$1], as: UTF8.self) }
  }

  private mutating func add(_ more: String) {
    text += more
    line += more.utf8.count { $0 == UInt8(ascii: "\n") }
  }

  private func trimmed(_ body: String) -> String { body.trimmingCharacters(in: .whitespaces) }
}
