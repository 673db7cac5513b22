import Foundation

/// Readers of JSON disagree on which of two equal keys counts, and none complains.
enum JSONKeys {
  /// Returns a key that stands twice in one object; nil where there is none. What is no JSON is for
  /// others to refuse.
  static func repeated(in data: Data) -> String? {
    let bytes = [UInt8](data)
    /// The keys of each object that is open; none for a list.
    var open: [Set<String>?] = []
    var i = 0
    var text: String?
    while i < bytes.count {
      switch bytes[i] {
      case UInt8(ascii: "{"): open.append([])
      case UInt8(ascii: "["): open.append(nil)
      case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = open.popLast()
      case UInt8(ascii: "\""):
        let start = i
        i += 1
        while i < bytes.count, bytes[i] != UInt8(ascii: "\"") {
          i += bytes[i] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard i < bytes.count else { return nil }
        // As it reads: an escaped letter is the letter.
        let list = Data("[".utf8) + bytes[start...i] + Data("]".utf8)
        text = (try? JSONDecoder().decode([String].self, from: list))?.first
      case UInt8(ascii: ":"):
        if let key = text, let place = open.indices.last,
          open[place]?.insert(key).inserted == false
        {
          return key
        }
      default: break
      }
      i += 1
    }
    return nil
  }
}
