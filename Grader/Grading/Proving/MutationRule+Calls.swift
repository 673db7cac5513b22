/// Rules about functions, their arguments and what they return.
extension MutationRule {
  /// A word is another one of the same form.
  static let words = MutationRule("word") { part in
    let pairs = [
      ("sum", "mean"), ("max", "min"), ("argmax", "argmin"), ("first", "last"),
      ("dropFirst", "dropLast"), ("zeros", "ones"), ("zerosLike", "onesLike"), ("to", "through"),
      ("exp", "tanh"), ("break", "continue"), ("prefix", "suffix"),
    ]
    var others: [String: [String]] = [:]
    for (a, b) in pairs {
      others[a, default: []].append(b)
      others[b, default: []].append(a)
    }
    return part.span.flatMap { i in
      (part.tokens[i].kind == .word ? others[part.tokens[i].text] ?? [] : []).map {
        [Change(part.tokens[i].range, $0)]
      }
    }
  }

  /// A function is not called: what it would have been asked about goes on as it is.
  static let calls = MutationRule("call") { part in
    part.span.flatMap { i -> [[Change]] in
      guard part.tokens[i].kind == .word, i + 1 < part.span.upperBound, part.tokens[i + 1].is("("),
        !part.tokens[i + 1].hasSpaceBefore
          || part.tokens[i].range.upperBound
            == part.tokens[i + 1].range.lowerBound,
        let close = WrittenPart.closing(part.tokens, i + 1)
      else { return [] }
      if i > part.span.lowerBound, part.tokens[i - 1].is(".") {
        return [[Change(part.bytes(i - 1..<close + 1), "")]]
      }
      guard part.tokens[i].text.first?.isLowercase == true,
        let first = part.arguments(i + 1).first
      else { return [] }
      return [[Change(part.bytes(i..<close + 1), "(\(part.text(part.value(first))))")]]
    }
  }

  /// A named argument is left out; what is called and its one argument have changed places.
  static let arguments = MutationRule("argument") { part in
    part.span.flatMap { i -> [[Change]] in
      guard part.tokens[i].is("("), i > part.span.lowerBound,
        part.tokens[i - 1].kind == .word,
        part.tokens[i - 1].range.upperBound == part.tokens[i].range.lowerBound
      else { return [] }
      let arguments = part.arguments(i)
      var edits: [[Change]] = []
      for (n, argument) in arguments.enumerated() where part.value(argument) != argument {
        let from = n > 0 ? argument.lowerBound - 1 : argument.lowerBound
        let to = n == 0 && arguments.count > 1 ? argument.upperBound + 1 : argument.upperBound
        edits.append([Change(part.bytes(from..<to), "")])
      }
      if let only = arguments.first, arguments.count == 1, part.value(only) == only,
        i - 2 > part.span.lowerBound, part.tokens[i - 2].is("."),
        let start = part.operandStart(i - 3)
      {
        let receiver = start..<i - 2
        edits.append([
          Change(part.bytes(receiver), "(\(part.text(only)))"),
          Change(part.bytes(only), part.text(receiver)),
        ])
      }
      return edits
    }
  }

  /// A factor of a product of matrices is transposed.
  static let transposes = MutationRule("transpose") { part in
    part.span.flatMap { i -> [[Change]] in
      guard part.tokens[i].is("matmul"), i - 1 > part.span.lowerBound,
        let argument = part.arguments(i + 1).first
      else { return [] }
      let places = [
        part.tokens[i - 2].range.upperBound, part.tokens[argument.upperBound - 1].range.upperBound,
      ]
      return places.map { [Change($0..<$0, ".transposed()")] }
    }
  }

  /// What is returned together is mixed up: the cache is of the wrong thing, say.
  static let tuples = MutationRule("tuple") { part in
    part.span.flatMap { i -> [[Change]] in
      guard part.tokens[i].is("("),
        i == part.span.lowerBound
          || ["return", "="].contains(part.tokens[i - 1].text)
      else { return [] }
      let values = part.arguments(i).map(part.value)
      guard values.count > 1 else { return [] }
      var edits: [[Change]] = []
      for (a, b) in zip(values, values.dropFirst()) {
        let (left, right) = (part.text(a), part.text(b))
        edits += [
          [Change(part.bytes(a), right), Change(part.bytes(b), left)],
          [Change(part.bytes(a), right)], [Change(part.bytes(b), left)],
        ]
      }
      for value in values.dropFirst() {
        edits += part.names(before: i).map { [Change(part.bytes(value), $0)] }
      }
      return edits
    }
  }
}

extension WrittenPart {
  /// The names that the function and the part itself have given before `place`.
  func names(before place: Int) -> [String] {
    var names = parameters.map(\.name)
    var i = span.lowerBound
    while i < place {
      if ["let", "var", "for"].contains(tokens[i].text) {
        for j in i + 1..<max(i + 1, place) {
          if tokens[j].is("=") || tokens[j].is("in") || tokens[j].is(":") { break }
          if tokens[j].kind == .word, tokens[j].text != "_" { names.append(tokens[j].text) }
        }
      }
      i += 1
    }
    return names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
