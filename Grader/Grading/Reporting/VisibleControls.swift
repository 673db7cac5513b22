extension String {
  /// The text with everything that would steer a terminal, a browser or a spreadsheet shown as a
  /// sign: control characters, line separators, and those that turn the direction of writing.
  ///
  /// Line feeds and tabs stay, and a Windows line end is one line feed. It goes by scalars, not
  /// characters: a combining mark behind a quotation mark must not hide it.
  var withVisibleControls: String {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    var result = UnicodeScalarView()
    var scalars = unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      switch scalar.value {
      case 0x09, 0x0A, 0x20...0x7E: result.append(scalar)
      case 0x0D where next == "\n": break
      case 0x00...0x1F: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? replacement)
      case 0x7F: result.append("\u{2421}")
      default: result.append(scalar.steers ? replacement : scalar)
      }
    }
    return String(result)
  }

  /// The text with line feeds and tabs shown as signs, too: a name, which has its place in a line.
  public var onOneLine: String {
    var result = UnicodeScalarView()
    for scalar in withVisibleControls.unicodeScalars {
      switch scalar {
      case "\n": result.append("\u{240A}")
      case "\t": result.append("\u{2409}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Its beginning on one line, to be quoted in a sentence: of a name that somebody has made up.
  var shortened: String {
    let start = unicodeScalars.prefix(60)
    return String(start).onOneLine + (start.endIndex == endIndex ? "" : "…")
  }
}

extension Unicode.Scalar {
  fileprivate var steers: Bool {
    let properties = properties
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    default: return properties.isBidiControl || properties.isNoncharacterCodePoint
    }
  }
}
