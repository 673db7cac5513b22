import Foundation

/// A table as a course site exports it, of which single cells are given other texts: every other byte
/// stays as it was, whatever its encoding, its line ends and its quotation marks.
struct DelimitedText: Sendable {
  private(set) var bytes: [UInt8]

  /// Comma, semicolon or tab: the one that the first line has most of, outside of quotation marks.
  let delimiter: UInt8

  /// The cells of each line that is not empty.
  private(set) var rows: [[Cell]] = []

  struct Cell: Sendable {
    /// Where it stands, its quotation marks included.
    var range: Range<Int>

    /// What it says.
    var text: String
  }

  private static let quote = UInt8(ascii: "\"")
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  init(_ data: some Sequence<UInt8>) {
    bytes = Array(data)
    let start = bytes.starts(with: Self.mark) ? Self.mark.count : 0
    delimiter = Self.delimiter(of: bytes[start...])
    var i = start
    while i < bytes.count { rows += [line(from: &i)].filter { $0.contains { !$0.text.isEmpty } } }
  }

  private static func delimiter(of bytes: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == quote { isQuoted.toggle() }
      if !isQuoted, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    return [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].max {
      counts[$0, default: 0] < counts[$1, default: 0]
    }.flatMap { counts[$0, default: 0] > 0 ? $0 : nil } ?? UInt8(ascii: ",")
  }

  private func line(from i: inout Int) -> [Cell] {
    var cells: [Cell] = []
    while true {
      let start = i
      var text: [UInt8] = []
      var isQuoted = false
      while i < bytes.count {
        let byte = bytes[i]
        if byte == Self.quote, isQuoted, i + 1 < bytes.count, bytes[i + 1] == Self.quote {
          text.append(byte)
          i += 1
        } else if byte == Self.quote, isQuoted || i == start {
          isQuoted.toggle()
        } else if !isQuoted,
          [delimiter, UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(byte)
        {
          break
        } else {
          text.append(byte)
        }
        i += 1
      }
      cells.append(Cell(range: start..<i, text: String(decoding: text, as: UTF8.self)))
      guard i < bytes.count else { return cells }
      let end = bytes[i]
      i += 1
      if end == delimiter { continue }
      if end == UInt8(ascii: "\r"), i < bytes.count, bytes[i] == UInt8(ascii: "\n") { i += 1 }
      return cells
    }
  }

  /// Returns the bytes with other texts in some cells, by row and column.
  func replacing(_ texts: [Place: String]) -> Data {
    var result: [UInt8] = []
    var end = 0
    for (place, text) in texts.sorted(by: { $0.key < $1.key }) {
      let range = rows[place.row][place.column].range
      result += bytes[end..<range.lowerBound]
      result += text.utf8.contains(delimiter) ? Array("\"\(text)\"".utf8) : Array(text.utf8)
      end = range.upperBound
    }
    return Data(result + bytes[end...])
  }

  struct Place: Hashable, Comparable {
    var row: Int
    var column: Int

    static func < (a: Self, b: Self) -> Bool { (a.row, a.column) < (b.row, b.column) }
  }
}
