/// What a student writes of a part: the words between `// begin` and `// end` of a solution, and what
/// they can call by name there.
struct WrittenPart: Sendable {
  /// The whole file.
  let source: [UInt8]

  /// The words of the whole file, without comments.
  let tokens: [SwiftToken]

  /// Which of them are the part's.
  let span: Range<Int>

  /// What the function is given, in which the part stands.
  let parameters: [Named]

  /// Whether that function returns something; a getter does.
  let hasResult: Bool

  /// Stored properties of the file, and parameters with a default value: what can be set.
  let settings: [Named]

  /// Something with a name and a type.
  struct Named: Sendable, Equatable {
    var name: String
    var type: String
    var standard: String?
    var isInout = false
  }

  /// The parts of a file, in their order.
  static func parts(of text: String) -> [WrittenPart] {
    let all = SwiftScanner.tokens(of: text)
    let tokens = all.filter { $0.kind != .comment }
    var spans: [Range<Int>] = []
    var begin: Int?
    for comment in all where comment.kind == .comment {
      let place = tokens.firstIndex { $0.range.lowerBound > comment.range.lowerBound }
      if comment.text.hasPrefix("// begin ") {
        begin = place
      } else if comment.text == "// end", let start = begin {
        spans.append(start..<(place ?? tokens.count))
        begin = nil
      }
    }
    let outside = tokens.indices.filter { i in !spans.contains { $0.contains(i) } }
    let settings = Self.settings(tokens, outside)
    let source = Array(text.utf8)
    return spans.filter { !$0.isEmpty }.map { span in
      let function = function(tokens, around: span.lowerBound)
      let head = function.map { tokens[$0..<span.lowerBound] }
      return WrittenPart(
        source: source, tokens: tokens, span: span,
        parameters: function.map { parameters(tokens, of: $0) } ?? [],
        hasResult: head?.contains { $0.is("->") } ?? true, settings: settings)
    }
  }

  /// Returns where the function begins that is open at `place`.
  private static func function(_ tokens: [SwiftToken], around place: Int) -> Int? {
    var depth = 0
    for i in tokens[..<place].indices.reversed() {
      switch tokens[i].kind {
      case .close: depth += 1
      case .open where depth > 0: depth -= 1
      case .word where depth == 0 && ["func", "init", "subscript"].contains(tokens[i].text):
        return i
      // A getter, or a type.
      case .word where depth == 0 && ["var", "struct", "class", "enum"].contains(tokens[i].text):
        return nil
      default: break
      }
    }
    return nil
  }

  private static func parameters(_ tokens: [SwiftToken], of function: Int) -> [Named] {
    tokens[function...].firstIndex { $0.is("(") }.map { parameters(tokens, openedAt: $0) } ?? []
  }

  private static func parameters(_ tokens: [SwiftToken], openedAt open: Int) -> [Named] {
    guard let close = closing(tokens, open) else { return [] }
    var found: [Named] = []
    var start = open + 1
    while start < close {
      let end = firstComma(tokens, in: start..<close) ?? close
      if let colon = tokens[start..<end].firstIndex(where: { $0.is(":") }), colon > start {
        let rest = tokens[(colon + 1)..<end]
        let equals = rest.firstIndex { $0.is("=") }
        let type = rest[..<(equals ?? rest.endIndex)].filter {
          !["inout", "consuming", "borrowing"].contains($0.text)
        }
        found.append(
          Named(
            name: tokens[colon - 1].text, type: text(of: type),
            standard: equals.map { text(of: rest[($0 + 1)...]) },
            isInout: rest.contains { $0.is("inout") }))
      }
      start = end + 1
    }
    return found
  }

  private static func settings(_ tokens: [SwiftToken], _ outside: [Int]) -> [Named] {
    var found: [Named] = []
    for i in outside where i + 2 < tokens.count && ["var", "let"].contains(tokens[i].text) {
      guard tokens[i + 2].is(":") else { continue }
      let type = tokens[(i + 3)...].prefix {
        $0.line == tokens[i].line && !$0.is("{") && !$0.is("=")
      }
      found.append(Named(name: tokens[i + 1].text, type: text(of: type)))
    }
    for i in outside where tokens[i].is("init") && i + 1 < tokens.count && tokens[i + 1].is("(") {
      for parameter in parameters(tokens, openedAt: i + 1) where parameter.standard != nil {
        if let known = found.firstIndex(where: { $0.name == parameter.name }) {
          found[known].standard = parameter.standard
        }
      }
    }
    return found
  }

  private static func text(of tokens: some Collection<SwiftToken>) -> String {
    tokens.reduce(into: (text: "", wasWord: false)) { all, token in
      let isWord = token.kind == .word || token.kind == .number
      all.text += (isWord && all.wasWord ? " " : "") + token.text
      all.wasWord = isWord
    }.text
  }

  /// Returns where the bracket closes that is opened at `open`.
  static func closing(_ tokens: [SwiftToken], _ open: Int) -> Int? {
    var depth = 0
    for i in tokens[open...].indices {
      if tokens[i].kind == .open { depth += 1 }
      if tokens[i].kind == .close { depth -= 1 }
      if depth == 0 { return i }
    }
    return nil
  }

  static func opening(_ tokens: [SwiftToken], _ close: Int) -> Int? {
    var depth = 0
    for i in tokens[...close].indices.reversed() {
      if tokens[i].kind == .close { depth += 1 }
      if tokens[i].kind == .open { depth -= 1 }
      if depth == 0 { return i }
    }
    return nil
  }

  /// Returns the first comma in `range` that is in no bracket of its own.
  static func firstComma(_ tokens: [SwiftToken], in range: Range<Int>) -> Int? {
    var depth = 0
    for i in range {
      if tokens[i].kind == .open { depth += 1 }
      if tokens[i].kind == .close { depth -= 1 }
      if depth == 0, tokens[i].is(",") { return i }
    }
    return nil
  }
}
