/// Where expressions begin and end, as far as brackets, dots and two ranks of operators tell.
extension WrittenPart {
  static let words: Set<String> = [
    "return", "in", "for", "where", "if", "else", "while", "guard", "let", "var", "switch", "case",
    "is", "as", "try", "repeat", "func", "continue", "break",
  ]

  /// Whether the word at `i` names a value: no keyword, no label, no member, no function that is
  /// called, no type.
  func isValue(_ i: Int) -> Bool {
    let token = tokens[i]
    guard token.kind == .word, let first = token.text.unicodeScalars.first,
      first.properties.isLowercase, !Self.words.contains(token.text)
    else { return false }
    if i > 0,
      tokens[i - 1].is(".") || tokens[i - 1].is("let") || tokens[i - 1].is("var")
        || tokens[i - 1].is("&") || tokens[i - 1].is("for")
    {
      return false
    }
    guard i + 1 < tokens.count else { return true }
    let next = tokens[i + 1]
    return !next.is(":") && !(next.is("(") && !next.hasSpaceBefore) && !next.is("in")
      && !(next.kind == .sign && next.text.hasSuffix("=")
        && !["==", "<=", ">=", "!="].contains(next.text)
        && !next.text.hasPrefix("."))
  }

  /// Returns the last word of the operand that begins at `start`.
  func operandEnd(_ start: Int) -> Int? {
    var i = start
    while i < span.upperBound, tokens[i].isPrefix { i += 1 }
    guard i < span.upperBound else { return nil }
    if tokens[i].is(".") { i += 1 }
    guard i < span.upperBound else { return nil }
    switch tokens[i].kind {
    case .open:
      guard !tokens[i].is("{"), let close = Self.closing(tokens, i) else { return nil }
      i = close
    case .word where !Self.words.contains(tokens[i].text), .number, .string: break
    default: return nil
    }
    while i + 1 < span.upperBound {
      let next = tokens[i + 1]
      if next.is("."), i + 2 < span.upperBound {
        i += 2
      } else if next.kind == .open, !next.is("{"),
        tokens[i].range.upperBound == next.range.lowerBound,
        let close = Self.closing(tokens, i + 1)
      {
        i = close
      } else {
        break
      }
    }
    return i < span.upperBound ? i : nil
  }

  /// Returns the first word of the operand that ends at `end`.
  func operandStart(_ end: Int) -> Int? {
    var i = end
    while true {
      switch tokens[i].kind {
      case .close:
        guard let open = Self.opening(tokens, i), open >= span.lowerBound, !tokens[open].is("{")
        else { return nil }
        i = open
        if i > span.lowerBound, tokens[i - 1].range.upperBound == tokens[i].range.lowerBound,
          [.word, .close].contains(tokens[i - 1].kind)
        {
          i -= 1
          continue
        }
      case .word where !Self.words.contains(tokens[i].text), .number, .string: break
      default: return nil
      }
      guard i > span.lowerBound, tokens[i - 1].is(".") else { break }
      i -= 1
      guard i > span.lowerBound, tokens[i - 1].range.upperBound == tokens[i].range.lowerBound,
        [.word, .close, .number].contains(tokens[i - 1].kind)
      else { break }
      i -= 1
    }
    while i > span.lowerBound, tokens[i - 1].isPrefix, !tokens[i - 1].is("&") { i -= 1 }
    return i
  }

  /// Returns the operands of the sign at `i`; those of a sum are whole products.
  func operands(_ i: Int) -> (left: Range<Int>, right: Range<Int>)? {
    guard i > span.lowerBound, i + 1 < span.upperBound, var end = operandEnd(i + 1),
      var start = operandStart(i - 1)
    else { return nil }
    let isProduct = tokens[i].is("*") || tokens[i].is("/")
    while start - 1 > span.lowerBound, ["*", "/"].contains(tokens[start - 1].text),
      let before = operandStart(start - 2)
    {
      start = before
    }
    while !isProduct, end + 2 < span.upperBound, ["*", "/"].contains(tokens[end + 1].text),
      let next = operandEnd(end + 2)
    {
      end = next
    }
    return (start..<i, i + 1..<end + 1)
  }

  /// Returns the arguments of the call whose bracket opens at `open`, with their labels.
  func arguments(_ open: Int) -> [Range<Int>] {
    guard let close = Self.closing(tokens, open) else { return [] }
    var found: [Range<Int>] = []
    var start = open + 1
    while start < close {
      let end = Self.firstComma(tokens, in: start..<close) ?? close
      found.append(start..<end)
      start = end + 1
    }
    return found
  }

  /// Returns an argument or an element without its label.
  func value(_ argument: Range<Int>) -> Range<Int> {
    argument.count > 2 && tokens[argument.lowerBound + 1].is(":")
      ? argument.lowerBound + 2..<argument.upperBound : argument
  }

  /// The lines of the part, each with its words.
  var lines: [Range<Int>] {
    var found: [Range<Int>] = []
    for i in span {
      if let last = found.last, tokens[last.lowerBound].line == tokens[i].line {
        found[found.count - 1] = last.lowerBound..<i + 1
      } else {
        found.append(i..<i + 1)
      }
    }
    return found
  }

  /// Whether all brackets in `range` are closed in it.
  func isBalanced(_ range: Range<Int>) -> Bool {
    var depth = 0
    for i in range {
      if tokens[i].kind == .open { depth += 1 }
      if tokens[i].kind == .close { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }

  /// The bytes of some words, with what is between them.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
  }

  /// Some words as they stand in the file.
  func text(_ range: Range<Int>) -> String {
    String(decoding: source[bytes(range)], as: UTF8.self)
  }

  /// The whole lines of the part, in bytes, without the last one's end.
  var block: Range<Int> {
    let newline = UInt8(ascii: "\n")
    let inner = bytes(span)
    return
      (source[..<inner.lowerBound].lastIndex(of: newline).map { $0 + 1 } ?? 0)..<(source[
        inner.upperBound...
      ].firstIndex(of: newline) ?? source.count)
  }

  var body: String { String(decoding: source[block], as: UTF8.self) }

  /// Whether it is all that a function or a getter does.
  var isWholeBody: Bool {
    guard span.lowerBound > 0, tokens[span.lowerBound - 1].is("{"), span.upperBound < tokens.count,
      tokens[span.upperBound].is("}")
    else { return false }
    let head = tokens[..<(span.lowerBound - 1)].reversed().prefix { !$0.is("{") && !$0.is("}") }
    return !head.contains { ["struct", "class", "enum", "extension"].contains($0.text) }
  }

  /// Whether it is one expression, whose value is returned without saying so.
  var isExpression: Bool {
    guard !Self.words.contains(tokens[span.lowerBound].text), hasResult else { return false }
    return lines.dropFirst().allSatisfy { line in
      !isBalanced(span.lowerBound..<line.lowerBound) || !isStatement(line)
    } && !tokens[lines[0]].contains { $0.is("=") }
  }
}
