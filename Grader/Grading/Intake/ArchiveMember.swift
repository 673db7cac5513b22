import Foundation

/// One entry of an archive, before anything of it is believed.
struct ArchiveMember {
  enum Kind { case file, folder, link, other }

  enum Place {
    /// Bytes of the archive as they are.
    case stored(Range<Int>)
    case deflated(Range<Int>, crc: UInt32)
  }

  var name: [UInt8]

  /// Whether the name is known to be UTF-8.
  var isUnicode = false
  var kind: Kind
  var size: Int
  var place: Place

  /// Where it lies in the archive; nil where that leads out of it, or nowhere. Both signs separate:
  /// Windows writes the one, all others the other.
  var path: [String]? {
    let text = self.text
    guard !text.hasPrefix("/"), !text.hasPrefix("\\"), !text.unicodeScalars.contains("\0") else {
      return nil
    }
    let steps = text.split { $0 == "/" || $0 == "\\" }.map(String.init).filter { $0 != "." }
    guard !steps.isEmpty, steps.count <= 32, !steps.contains(".."),
      steps.allSatisfy({ $0.utf8.count <= 200 }), !steps[0].hasSuffix(":")
    else { return nil }
    return steps
  }

  /// The name as text, composed, so that two spellings of one do not become two files. What is no
  /// UTF-8 was written by a program for DOS.
  var text: String {
    let text = String(validating: name, as: UTF8.self) ?? Self.dos(name)
    return text.precomposedStringWithCanonicalMapping
  }

  private static func dos(_ bytes: [UInt8]) -> String {
    String(bytes.map { $0 < 128 ? Character(UnicodeScalar($0)) : codePage437[Int($0) - 128] })
  }

  private static let codePage437 = Array(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
      + "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}")
}
