/// Rules about what is asked for and not used, and about what is remembered and should not be.
extension MutationRule {
  /// A setting is not the one that was asked for, but a constant.
  static let settings = MutationRule("setting") { part in
    let numbers = [
      "Double": ["0", "1", "0.001", "0.01", "0.1", "0.5", "0.9"],
      "Int": ["1", "2", "3", "4", "10", "100"],
    ]
    return part.uses(of: part.settings + part.parameters).flatMap { i, setting -> [[Change]] in
      let standard = setting.standard.map { $0 == ".max" ? "Int.max" : $0 }
      let constants = (standard.map { [$0] } ?? []) + (numbers[setting.type] ?? [])
      return constants.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }.map {
        [Change(part.tokens[i].range, $0)]
      }
    }
  }

  /// What a function was given is not looked at.
  static let parameters = MutationRule("ignored") { part in
    part.uses(of: part.parameters).filter { !part.isAskedForShape($0.place) }
      .flatMap { i, parameter -> [[Change]] in
        let name = parameter.name
        let others =
          switch parameter.type {
          case "Tensor":
            [
              "Tensor(onesLike: \(name))", "Tensor(zerosLike: \(name))",
              "max(min(\(name), 20), -20)",
            ]
          case "[Int]": ["\(name).map { _ in 0 }", "\(name).sorted()"]
          case "[Tensor]": ["Array(\(name).reversed())"]
          default: [String]()
          }
        return others.map { [Change(part.tokens[i].range, $0)] }
      }
  }

  /// What was there at the first call, or at the first of its shape, or at the one before, is there
  /// for ever.
  static let state = MutationRule("state") { part in
    let values =
      part.returned
      + part.uses(of: part.parameters.filter { !$0.isInout }).map { $0.place..<$0.place + 1 }
    return values.flatMap { value in
      let text = part.text(value)
      // Of the same shape, all have the same.
      let functions = Memory.functions.prefix(part.isAskedForShape(value.upperBound - 1) ? 1 : 3)
      return functions.map { [Change(part.bytes(value), "\($0)(\(text))")] }
    }
  }
}

/// What a mutant with a memory has at the end of its file.
enum Memory {
  static let functions = ["theFirst", "theFirstOfItsShape", "theOneBefore"]

  static func isUsed(by line: String) -> Bool { functions.contains { line.contains("\($0)(") } }

  static let text = """

    import Tensors

    private nonisolated(unsafe) var remembered: [String: Any] = [:]

    private func theFirst<T>(_ value: T) -> T { kept(value, as: "") }

    private func theFirstOfItsShape<T>(_ value: T) -> T { kept(value, as: shape(of: value)) }

    private func theOneBefore<T>(_ value: T) -> T {
      defer { remembered[shape(of: value)] = value }
      return remembered[shape(of: value)] as? T ?? value
    }

    private func kept<T>(_ value: T, as name: String) -> T {
      if let old = remembered[name] as? T { return old }
      remembered[name] = value
      return value
    }

    private func shape(of value: Any) -> String {
      if let tensor = value as? Tensor { return "\\(tensor.shape)" }
      let children = Mirror(reflecting: value).children
      return "\\(type(of: value))\\(children.count)" + children.prefix(100).map { shape(of: $0.value) }.joined()
    }

    """
}

extension WrittenPart {
  /// Where the part reads one of `things`.
  func uses(of things: [Named]) -> [(place: Int, thing: Named)] {
    span.filter(isValue).flatMap { i in
      things.filter { $0.name == tokens[i].text }.prefix(1).map { (i, $0) }
    }
  }

  /// Whether nothing but a shape is asked of the value at `i`.
  func isAskedForShape(_ i: Int) -> Bool {
    i + 2 < span.upperBound && tokens[i + 1].is(".")
      && ["shape", "count", "indices", "isEmpty"].contains(tokens[i + 2].text)
  }

  /// What the part returns, as far as it stands in one line.
  var returned: [Range<Int>] {
    lines.compactMap { line in
      let isReturn = tokens[line.lowerBound].is("return")
      guard isReturn || lines.count == 1 else { return nil }
      let value = isReturn ? line.lowerBound + 1..<line.upperBound : line
      return !value.isEmpty && isBalanced(value) ? value : nil
    }
  }
}
