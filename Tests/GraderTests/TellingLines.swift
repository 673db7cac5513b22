/// Lines of code that would give something away, looked for in long texts however they are broken into
/// lines there.
struct TellingLines {
  /// Lines of three words and more by their second one, which stands whole between two others.
  private var byWord: [Substring: [Line]] = [:]

  /// Lines of one word or two.
  private var short: [String] = []

  private struct Line {
    var text: String
    var words: [Substring]
  }

  init(_ lines: some Sequence<String>) {
    for text in lines {
      let words = Self.words(of: text)
      if words.count > 2 {
        byWord[words[1], default: []].append(Line(text: text, words: words))
      } else {
        short.append(text)
      }
    }
  }

  /// The lines that stand in `text`.
  func found(in text: String) -> Set<String> {
    let words = Self.words(of: text)
    var found: Set<String> = []
    for (i, word) in words.enumerated().dropFirst() {
      for line in byWord[word] ?? [] where i + line.words.count - 1 <= words.count {
        let part = words[(i - 1)..<(i - 1 + line.words.count)]
        if part.dropFirst().dropLast().elementsEqual(line.words.dropFirst().dropLast()),
          part.first!.hasSuffix(line.words.first!), part.last!.hasPrefix(line.words.last!)
        {
          found.insert(line.text)
        }
      }
    }
    found.formUnion(short.filter { line in words.contains { $0.contains(line) } })
    return found
  }

  private static func words(of text: String) -> [Substring] {
    text.split { $0 == " " || $0 == "\n" || $0 == "\t" }
  }
}

/// A file of `Solutions`, taken apart.
struct MarkedSolution {
  /// The lines of code that a student writes and that are long enough to say something.
  private(set) var written: Set<String> = []

  /// All that is given.
  private(set) var given = ""

  init(_ text: String) {
    var isWritten = false
    for line in text.split(separator: "\n") {
      let code = line.drop { $0 == " " }
      if code.hasPrefix("// begin ") {
        isWritten = true
      } else if code == "// end" {
        isWritten = false
      } else if !isWritten {
        given += "\(code)\n"
      } else if !code.hasPrefix("//") {
        let bare = code.firstRange(of: " // ").map { code[..<$0.lowerBound] } ?? code
        let line = bare.reversed().drop { $0 == " " }.reversed()
        if line.count >= 40 { written.insert(String(line)) }
      }
    }
  }
}
