/// Rules about what stands between operands, and about operands themselves.
extension MutationRule {
  /// An operator is another one.
  static let operators = swap(
    "operator",
    [
      "+": ["-"], "-": ["+"], "*": ["/", "+"], "/": ["*"], "%": ["/"], "+=": ["-=", "="],
      "-=": ["+=", "="], "*=": ["/=", "="], "/=": ["*=", "="], "&&": ["||"], "||": ["&&"],
    ])

  /// A comparison is looser, stricter or reversed.
  static let comparisons = swap(
    "comparison",
    [
      "<": ["<=", ">", ">="], "<=": ["<", ">=", ">"], ">": [">=", "<", "<="],
      ">=": [">", "<=", "<"], "==": ["!="], "!=": ["=="], ".<": [".<=", ".>", ".>="],
      ".<=": [".<", ".>=", ".>"], ".>": [".>=", ".<", ".<="], ".>=": [".>", ".<=", ".<"],
      ".==": [".!="], ".!=": [".=="],
    ])

  private static func swap(_ name: String, _ others: [String: [String]]) -> MutationRule {
    MutationRule(name) { part in
      part.span.filter { part.tokens[$0].isBinary }.flatMap { i in
        (others[part.tokens[i].text] ?? []).map { [Change(part.tokens[i].range, $0)] }
      }
    }
  }

  /// One of two operands is missing, or both have changed places.
  static let terms = MutationRule("term") { part in
    part.span.flatMap { i -> [[Change]] in
      guard part.tokens[i].isBinary, ["+", "-", "*", "/"].contains(part.tokens[i].text),
        let (left, right) = part.operands(i)
      else { return [] }
      let whole = part.bytes(left.lowerBound..<right.upperBound)
      var edits = [[Change(whole, part.text(left))], [Change(whole, part.text(right))]]
      if ["-", "/"].contains(part.tokens[i].text) {
        let turned = "\(part.text(right)) \(part.tokens[i].text) \(part.text(left))"
        edits.append([Change(whole, turned)])
      }
      return edits
    }
  }

  /// A number is another one.
  static let constants = MutationRule("constant") { part in
    part.span.flatMap { i -> [[Change]] in
      let token = part.tokens[i]
      if let other = ["true": "false", "false": "true"][token.text] {
        return [[Change(token.range, other)]]
      }
      // The number of a tuple's element is a name.
      guard token.kind == .number, i == 0 || !part.tokens[i - 1].is("."),
        let value = Double(token.text.replacing("_", with: ""))
      else { return [] }
      let isWhole = !token.text.contains { ".eExX".contains($0) }
      var others: [String]
      if isWhole, let whole = Int(token.text.replacing("_", with: "")) {
        others = [0, 1, 2, whole - 1, whole + 1, 2 * whole].map { "\($0)" } + ["\(value / 2)"]
      } else {
        others = [0, 1, value / 2, 2 * value, value / 10, 10 * value].map { "\($0)" }
      }
      if value == 0 { others.append("0.5") }
      var seen: Set = [token.text]
      return others.filter { seen.insert($0).inserted && Double($0) != value }.map {
        [Change(token.range, $0)]
      }
    }
  }

  /// A value has the other sign.
  static let signs = MutationRule("sign") { part in
    var edits: [[Change]] = []
    for i in part.span where part.tokens[i].isPrefix && ["-", "!"].contains(part.tokens[i].text) {
      edits.append([Change(part.tokens[i].range, "")])
    }
    return edits + part.values.map { [Change(part.bytes($0), "-(\(part.text($0)))")] }
  }

  /// A value is twice or half of what it was.
  static let scales = MutationRule("scale") { part in
    part.values.flatMap { value in
      ["2 * (\(part.text(value)))", "(\(part.text(value))) / 2"].map {
        [Change(part.bytes(value), $0)]
      }
    }
  }
}

extension WrittenPart {
  /// What is returned or assigned, as far as it stands in one line: of a tuple, its elements.
  var values: [Range<Int>] {
    var found: [Range<Int>] = []
    for line in lines {
      var start = line.lowerBound
      if let equals = line.first(where: {
        tokens[$0].is("=") || tokens[$0].is("-=") || tokens[$0].is("+=")
      }
      ) {
        start = equals + 1
      } else if tokens[start].is("return") {
        start += 1
      } else if line.count > 2, tokens[start].kind == .word, tokens[start + 1].is(":") {
        // An argument with a line of its own.
        start += 2
      } else if lines.count > 1 {
        continue
      }
      var end = line.upperBound
      if end > start, tokens[end - 1].is(",") { end -= 1 }
      let value = start..<max(start, end)
      guard !value.isEmpty, isBalanced(value), !tokens[end - 1].is("{") else { continue }
      if tokens[start].is("("), Self.closing(tokens, start) == end - 1, arguments(start).count > 1 {
        found += arguments(start).map(self.value)
      } else {
        found.append(value)
      }
    }
    // Other numbers are the affair of another rule.
    return found.filter { $0.count > 1 || tokens[$0.lowerBound].kind != .number }
  }
}
