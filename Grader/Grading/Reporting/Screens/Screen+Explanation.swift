import Doorway
import Foundation
import Tensors

extension Screen {
  /// What a check has come to, with the smallest call that came back wrong, where there is one.
  ///
  /// - Parameter build: What was asked, which knows the lines that do not compile.
  /// - Parameter seen: The hints that have been shown before, by the checks' ids.
  public static func explanation(
    of result: CheckResult, _ check: Check, build: Build? = nil,
    hintsSeen seen: [String: Set<Int>] = [:]
  ) -> String {
    var hintLines = HintLines(seen: seen)
    var lines = ["", "  \(mark(result.verdict)) \(bold(result.id))  \(result.claim)"]
    switch result.verdict {
    case .passed: lines += ["", "  It passes: there is nothing to explain."]
    case .blocked, .unfinished, .doesNotCompile, .notRead:
      lines += ["", "  \(result.message)"]
      lines += quote(from: result.message, build?.diagnostics ?? []).map { "    \($0)" }
    case .failed, .crashed, .timedOut, .refused, .graderFault:
      lines += details(of: result, check.hints, &hintLines).map { "      \($0)" }
    }
    if let example = result.example { lines += [""] + self.lines(example).map(indented) }
    if let stopped = result.stopped {
      lines += [""] + self.lines(stopped, isSlow: result.verdict == .timedOut).map(indented)
    }
    if result.verdict == .failed, result.example == nil, result.stopped == nil {
      lines += ["", "  There is no small case of it to follow by hand: the lines above are all."]
    }
    return (lines + [""]).map { "\($0)\n" }.joined()
  }

  private static func lines(_ example: Example) -> [String] {
    let count =
      example.isSmallCase
      ? "A small case to follow by hand, the smallest that comes back wrong:"
      : example.wrong == 1
        ? "The one answer of \(example.compared) that is wrong:"
        : "The smallest of \(example.wrong) wrong answers (\(example.compared) were compared):"
    var lines = [count, "", example.call.withVisibleControls]
    for input in example.inputs {
      lines += [""] + table(input).map(indented)
    }
    let digits = digits(example)
    let own = table(example.seen.value, named: "yours", digits: digits, marked: example.differs)
    let right = table(example.expected, named: "expected", digits: digits)
    let name = example.seen.name.isEmpty ? [] : [example.seen.name.withVisibleControls]
    let beyond = beyondTable(example, digits: digits)
    return lines + [""] + (name + sideBySide(own, right) + beyond).map(indented)
  }

  /// The line at which the code stopped, the call, and what should have come back.
  private static func lines(_ stopped: StoppedCall, isSlow: Bool) -> [String] {
    var lines: [String] = []
    if let line = stopped.line, let code = stopped.code {
      let bare = code.trimmingCharacters(in: .whitespaces).withVisibleControls
      lines += ["\(line.file), line \(line.line):", "", indented(bare), ""]
    }
    let end = isSlow ? "that does not come to an end" : "at which it stops"
    lines.append(stopped.isSmallest ? "The smallest call \(end):" : "The call:")
    lines += ["", stopped.call.withVisibleControls]
    for input in stopped.inputs {
      lines += [""] + table(input).map(indented)
    }
    for part in stopped.expected {
      let name = part.name.isEmpty ? "expected" : "expected: \(part.name)"
      lines += [""] + table(part.value, named: name).map(indented)
    }
    return lines
  }

  private static func indented(_ line: String) -> String { line.isEmpty ? "" : "  \(line)" }

  /// The entries of a tensor, a row a line, under its name and shape: at most `most` rows and columns.
  /// Those that are marked bear a cross, so that no one needs to see colours.
  private static func table(
    _ x: Tensor, named name: String, digits: Int = 6, marked: [Bool]? = nil
  ) -> [String] {
    let columns = x.shape.last ?? 1
    let rows = columns == 0 ? 0 : x.count / columns
    let entries = x.scalars
    let shown = min(columns, mostShown)
    let cells = (0..<rowsShown(of: rows)).map { row in
      (0..<shown).map { column in
        let i = row * columns + column
        let cross = marked.map { $0[i] ? "✗" : " " } ?? ""
        return Sentences.number(entries[i], digits: digits) + cross
      }
    }
    let width = cells.joined().map(\.count).max() ?? 0
    let body = cells.enumerated().map { row, cells in
      let line = cells.map { $0.leftPadded(to: width) }.joined(separator: "  ")
      return place(of: row, in: x.shape) + line + (columns > shown ? "  …" : "")
    }
    let rest = rows - rowsShown(of: rows)
    let more = rest > 0 ? ["… and \(rest) rows more"] : []
    return [x.shape.isEmpty ? name : "\(name) \(x.shape)"] + body + more
  }

  private static func table(_ input: Part) -> [String] {
    table(input.value, named: input.name, digits: digits(input.value))
  }

  private static let mostShown = 8

  /// A line that says of one row that there is one more could as well be that row.
  private static func rowsShown(of rows: Int) -> Int {
    rows == mostShown + 1 ? rows : min(rows, mostShown)
  }

  /// The first wrong entry, where the tables are too small to show any.
  private static func beyondTable(_ example: Example, digits: Int) -> [String] {
    guard let differs = example.differs, let first = differs.firstIndex(of: true) else { return [] }
    let columns = example.expected.shape.last ?? 1
    let shown = rowsShown(of: columns == 0 ? 0 : example.expected.count / columns)
    let isShown = differs.indices.contains {
      differs[$0] && $0 / columns < shown && $0 % columns < mostShown
    }
    guard !isShown else { return [] }
    func number(_ x: Tensor) -> String { Sentences.number(x.scalars[first], digits: digits) }
    let place = Difference.position(first, in: example.expected.shape)
    return [
      "",
      "At \(place), the first that differs, yours is \(number(example.seen.value))✗, expected "
        + "\(number(example.expected)).",
    ]
  }

  /// "[1, 0]  ", where a row of more than two axes lies; nothing of fewer.
  private static func place(of row: Int, in shape: [Int]) -> String {
    guard shape.count > 2 else { return "" }
    return "\(Difference.position(row, in: shape.dropLast()))  "
  }

  /// As many digits as it takes to tell its entries apart: of numbers that lie close together the
  /// first six say nothing.
  private static func digits(_ x: Tensor) -> Int {
    let entries = Set(x.scalars.filter(\.isFinite).prefix(mostShown * mostShown))
    return (6...12).first { digits in
      Set(entries.map { Sentences.number($0, digits: digits) }).count == entries.count
    } ?? 12
  }

  /// As many digits as it takes to see a difference where there is one.
  private static func digits(_ example: Example) -> Int {
    guard let differs = example.differs else { return 6 }
    let pairs = zip(zip(example.seen.value.scalars, example.expected.scalars), differs)
      .filter(\.1).map(\.0)
    return (6...17).first { digits in
      pairs.allSatisfy {
        Sentences.number($0, digits: digits) != Sentences.number($1, digits: digits)
      }
    } ?? 17
  }

  /// Two tables, the second beside the first where both fit into a line.
  private static func sideBySide(_ left: [String], _ right: [String]) -> [String] {
    let width = (left.map(\.count).max() ?? 0) + 4
    guard width + (right.map(\.count).max() ?? 0) <= 100 else { return left + [""] + right }
    return (0..<max(left.count, right.count)).map { i in
      let start = i < left.count ? left[i] : ""
      let end = i < right.count ? right[i] : ""
      return end.isEmpty ? start : start.padding(toLength: width, withPad: " ", startingAt: 0) + end
    }
  }
}
