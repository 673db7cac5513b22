/// The text of a header of `Safetensors`, read from its beginning to its end.
///
/// A parser for all of JSON would take a name that occurs twice, and would have to go as deep as
/// whoever wrote the text likes. This one reads what has to come next, and nothing else.
struct HeaderText {
  typealias Fault = Safetensors.Fault

  private let bytes: ArraySlice<UInt8>
  private var next: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    next = bytes.startIndex
  }

  /// Reads an object, and calls `readValue` to read what stands by each name.
  mutating func readObject(
    _ readValue: (_ name: String, inout HeaderText) throws(Fault) -> Void
  ) throws(Fault) {
    try skip("{", .openingBrace)
    if skip("}") { return }
    var names: Set<String> = []
    repeat {
      let name = try readString()
      guard names.insert(name).inserted else { throw .repeatedName(name) }
      try skip(":", .colon)
      try readValue(name, &self)
    } while skip(",")
    try skip("}", .closingBrace)
  }

  /// Reads an array of whole numbers.
  mutating func readNumbers() throws(Fault) -> [Int] {
    try skip("[", .openingBracket)
    if skip("]") { return [] }
    var numbers: [Int] = []
    repeat { numbers.append(try readNumber()) } while skip(",")
    try skip("]", .closingBracket)
    return numbers
  }

  /// Reads an array of that many whole numbers.
  mutating func readNumbers(count: Int) throws(Fault) -> [Int] {
    try skip("[", .openingBracket)
    var numbers: [Int] = []
    for i in 0..<count {
      if i > 0 { try skip(",", .wholeNumber) }
      numbers.append(try readNumber())
    }
    try skip("]", .closingBracket)
    return numbers
  }

  /// Digits: no sign, no fraction, no exponent, and no 0 before another.
  private mutating func readNumber() throws(Fault) -> Int {
    skipBlanks()
    let start = next
    var number = 0
    while let digit = bytes[next...].first, (0x30...0x39).contains(digit) {
      guard next == start || number > 0 else { throw fault(.wholeNumber) }
      let (tens, overflows) = number.multipliedReportingOverflow(by: 10)
      let (sum, overflowsToo) = tens.addingReportingOverflow(Int(digit) - 0x30)
      guard !overflows, !overflowsToo else { throw fault(.smallerNumber, at: start) }
      number = sum
      next += 1
    }
    guard next > start else { throw fault(.wholeNumber) }
    return number
  }

  /// Reads the word `null`, if that stands here.
  mutating func readNull() throws(Fault) -> Bool {
    skipBlanks()
    guard bytes[next...].first == UInt8(ascii: "n") else { return false }
    guard bytes[next...].starts(with: "null".utf8) else { throw fault(.null) }
    next += 4
    return true
  }

  mutating func readString() throws(Fault) -> String {
    try skip("\"", .quote)
    let start = next
    var text: [UInt8] = []
    while true {
      guard let byte = bytes[next...].first, byte >= 0x20 else { throw fault(.closingQuote) }
      next += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: text, as: UTF8.self) else {
          throw fault(.unicode, at: start)
        }
        return text
      case UInt8(ascii: "\\"): text += try readEscape()
      default: text.append(byte)
      }
    }
  }

  private mutating func readEscape() throws(Fault) -> [UInt8] {
    let letter = bytes[next...].first ?? 0
    let known: [Character: UInt8] = [
      "\"": 0x22, "\\": 0x5C, "/": 0x2F, "b": 0x08, "f": 0x0C, "n": 0x0A, "r": 0x0D, "t": 0x09,
    ]
    if let byte = known[Character(Unicode.Scalar(letter))] {
      next += 1
      return [byte]
    }
    let start = next
    var units = [try readUnit()]
    if UTF16.isLeadSurrogate(units[0]), bytes[next...].first == UInt8(ascii: "\\") {
      next += 1
      units.append(try readUnit())
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw fault(.escape, at: start)
    }
    return Array(text.utf8)
  }

  /// `u` and four digits of base 16.
  private mutating func readUnit() throws(Fault) -> UInt16 {
    let digits = bytes[next...].dropFirst().prefix(4)
    guard bytes[next...].first == UInt8(ascii: "u"), digits.count == 4 else {
      throw fault(.escape)
    }
    var unit: UInt16 = 0
    for digit in digits {
      guard let value = Character(Unicode.Scalar(digit)).hexDigitValue else {
        throw fault(.escape)
      }
      unit = unit << 4 | UInt16(value)
    }
    next += 5
    return unit
  }

  /// Reads blanks, of which there may be some at the end.
  mutating func readEnd() throws(Fault) {
    skipBlanks()
    guard next == bytes.endIndex else { throw fault(.end) }
  }

  private mutating func skipBlanks() {
    while let byte = bytes[next...].first, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { next += 1 }
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard bytes[next...].first == UInt8(ascii: character) else { return false }
    next += 1
    return true
  }

  private mutating func skip(
    _ character: Unicode.Scalar, _ expected: Safetensors.Grammar
  ) throws(Fault) {
    guard skip(character) else { throw fault(expected) }
  }

  private func fault(_ expected: Safetensors.Grammar, at place: Int? = nil) -> Fault {
    .grammar(place: (place ?? next) - bytes.startIndex, expected: expected)
  }
}
