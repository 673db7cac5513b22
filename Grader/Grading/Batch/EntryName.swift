/// What an entry of a folder is called: bytes. Most are the UTF-8 of some text, but a system asks
/// nobody for that, and `String` alone would take two such names for one.
struct EntryName: Hashable, Comparable, Sendable {
  let bytes: [UInt8]

  init(_ bytes: some Collection<UInt8>) {
    self.bytes = Array(bytes)
  }

  init(_ text: String) {
    self.init(Array(text.utf8))
  }

  /// As the system's calls take it.
  var cString: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

  static func < (a: Self, b: Self) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }

  /// The name as text, of which no two names have the same. A byte that is no UTF-8 becomes
  /// `\xE9`; and where there is one, or what reads like one, a backslash becomes `\x5C`.
  var text: String {
    if let text = String(validating: bytes, as: UTF8.self), !readsAsEscaped { return text }
    var result = ""
    var rest = bytes[...]
    while let byte = rest.first {
      // No character is the beginning of another.
      let length = (1...4).first { length in
        length <= rest.count && byte != UInt8(ascii: "\\")
          && String(validating: rest.prefix(length), as: UTF8.self) != nil
      }
      if let length {
        result += String(decoding: rest.prefix(length), as: UTF8.self)
        rest = rest.dropFirst(length)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "\\x" + (digits.count == 1 ? "0" : "") + digits
        rest = rest.dropFirst()
      }
    }
    return result
  }

  /// Whether somewhere in it stands `\x` and two digits. By bytes: as a character, a digit with a
  /// combining mark is none.
  private var readsAsEscaped: Bool {
    let digits = "0123456789ABCDEF".utf8
    return bytes.indices.dropLast(3).contains { i in
      bytes[i] == UInt8(ascii: "\\") && bytes[i + 1] == UInt8(ascii: "x")
        && digits.contains(bytes[i + 2]) && digits.contains(bytes[i + 3])
    }
  }
}
