/// Rules about what is done, how often and under what condition.
extension MutationRule {
  /// A range begins or ends one off.
  static let ranges = MutationRule("range") { part in
    part.span.flatMap { i -> [[Change]] in
      let token = part.tokens[i]
      if token.text == "..<", let (left, right) = part.operands(i) {
        return [
          [Change(token.range, "...")],
          [Change(part.bytes(right), "(\(part.text(right)) - 1)")],
          [Change(part.bytes(left), "(\(part.text(left)) + 1)")],
        ]
      }
      guard token.is("stride"), i + 1 < part.span.upperBound, part.tokens[i + 1].is("(") else {
        return []
      }
      return part.arguments(i + 1).map(part.value).flatMap { value in
        ["1", "(\(part.text(value)) - 1)", "(\(part.text(value)) + 1)"].map {
          [Change(part.bytes(value), $0)]
        }
      }
    }
  }

  /// A loop leaves out its first round or its last, or goes the other way round.
  static let loops = MutationRule("loop") { part in
    part.lines.flatMap { line -> [[Change]] in
      let words = part.tokens[line]
      guard words.first?.is("for") == true, words.last?.is("{") == true,
        let start = line.first(where: { part.tokens[$0].is("in") })
      else { return [] }
      let condition = line.first { part.tokens[$0].is("where") }
      let sequence = start + 1..<(condition ?? line.upperBound - 1)
      guard !sequence.isEmpty else { return [] }
      var edits = [".dropFirst()", ".dropLast()", ".reversed()", ".prefix(1)"].map {
        [Change(part.bytes(sequence), "Array(\(part.text(sequence)))\($0)")]
      }
      if let condition {
        let whole = part.bytes(condition - 1..<line.upperBound - 1)
        edits.append([Change(part.tokens[condition - 1].range.upperBound..<whole.upperBound, "")])
      }
      return edits
    }
      + part.span.filter { part.tokens[$0].is("indices") }.flatMap { i in
        [".dropFirst()", ".dropLast()"].map {
          let end = part.tokens[i].range.upperBound
          return [Change(end..<end, $0)]
        }
      }
  }

  /// A condition holds always or never.
  static let conditions = MutationRule("condition") { part in
    part.lines.flatMap { line -> [[Change]] in
      guard part.tokens[line.upperBound - 1].is("{"),
        let start = line.first(where: { part.tokens[$0].is("if") || part.tokens[$0].is("where") }),
        start + 1 < line.upperBound - 1
      else { return [] }
      let condition = part.bytes(start + 1..<line.upperBound - 1)
      return [[Change(condition, "true")], [Change(condition, "false")]]
    }
      + part.span.flatMap { i -> [[Change]] in
        guard part.tokens[i].is("?"), part.tokens[i].isBinary, let end = part.operandEnd(i + 1),
          end + 2 < part.span.upperBound, part.tokens[end + 1].is(":"),
          let last = part.operandEnd(end + 2)
        else { return [] }
        // Back to where the condition began.
        var start = i
        while start > part.span.lowerBound, !part.tokens[start - 1].is("="),
          !part.tokens[start - 1].is("return"), part.tokens[start - 1].kind != .open,
          part.tokens[start - 1].line == part.tokens[i].line
        {
          start -= 1
        }
        let whole = part.bytes(start..<last + 1)
        return [
          [Change(whole, part.text(i + 1..<end + 1))],
          [Change(whole, part.text(end + 2..<last + 1))],
        ]
      }
  }

  /// A statement of one line is missing.
  static let statements = MutationRule("statement") { part in
    part.lines.filter { line in
      let first = part.tokens[line.lowerBound]
      return part.isBalanced(line) && [.word, .open].contains(first.kind)
        && !["let", "var", "return"].contains(first.text) && part.lines.count > 1
        && !part.tokens[line.upperBound - 1].is(",") && part.isStatement(line)
    }.map { [Change(part.bytes($0), "")] }
      // An assignment of a tuple may forget one of its pairs.
      + part.lines.flatMap { line -> [[Change]] in
        let i = line.lowerBound
        guard part.tokens[i].is("("), let close = WrittenPart.closing(part.tokens, i),
          close + 2 < part.span.upperBound, part.tokens[close + 1].is("="),
          part.tokens[close + 2].is("(")
        else { return [] }
        let (left, right) = (part.arguments(i), part.arguments(close + 2))
        guard left.count == right.count, left.count > 1 else { return [] }
        return left.indices.map { n in
          [left, right].map { list in
            let from = n > 0 ? list[n].lowerBound - 1 : list[n].lowerBound
            let to = n > 0 ? list[n].upperBound : list[n].upperBound + 1
            return Change(part.bytes(from..<to), "")
          }
        }
      }
  }

  /// What should change is a copy, and then nobody has it.
  static let copies = MutationRule("copy") { part in
    part.lines.flatMap { line -> [[Change]] in
      guard part.isBalanced(line), part.isStatement(line), !part.isExpression else { return [] }
      let start = part.tokens[line.lowerBound]
      var edits: [[Change]] = []
      if start.kind == .word, line.count > 2,
        ![",", "("].contains(part.tokens[line.lowerBound + 1].text),
        !["let", "var", "return", "for", "if", "else"].contains(start.text)
      {
        edits.append([Change(start.range, "var copy = \(start.text); copy")])
      }
      for i in line where part.tokens[i].is("&") && part.tokens[i].isPrefix {
        guard let end = part.operandEnd(i + 1) else { continue }
        let name = part.text(i + 1..<end + 1)
        edits.append([
          Change(start.range.lowerBound..<start.range.lowerBound, "var copy = \(name); "),
          Change(part.bytes(i + 1..<end + 1), "copy"),
        ])
      }
      return edits
    }
  }
}

extension WrittenPart {
  /// Whether a line is no part of an expression or a list that goes on before it or behind it.
  func isStatement(_ line: Range<Int>) -> Bool {
    guard line.lowerBound > span.lowerBound else { return true }
    let before = tokens[line.lowerBound - 1]
    return !before.is(",") && !before.is("(") && !before.is("[") && before.kind != .sign
      && !tokens[line.lowerBound].is(".") && tokens[line.lowerBound].kind != .sign
  }
}
