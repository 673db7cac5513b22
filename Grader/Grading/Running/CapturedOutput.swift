import Foundation

/// What a process printed: its beginning and its end, and how much it was.
struct CapturedOutput: Sendable {
  private static let kept = 16 << 10

  private var head = Data()
  private var tail = Data()
  private(set) var count = 0

  mutating func append(_ bytes: some Collection<UInt8>) {
    count += bytes.count
    let room = Self.kept - head.count
    head.append(contentsOf: bytes.prefix(room))
    tail.append(contentsOf: bytes.dropFirst(room).suffix(Self.kept))
    if tail.count > 2 * Self.kept { tail = Data(tail.suffix(Self.kept)) }
  }

  /// Whether the middle of `text` was left out.
  static func isShortened(_ text: String) -> Bool { text.contains(/\n… \d+ bytes left out …\n/) }

  /// The text, with the middle left out where it is long, and without control characters:
  /// it will be shown on terminals and pages.
  var text: String {
    let end = tail.suffix(Self.kept)
    let skipped = count - head.count - end.count
    let gap = skipped > 0 ? "\n… \(skipped) bytes left out …\n" : ""
    let whole = String(decoding: head, as: UTF8.self) + gap + String(decoding: end, as: UTF8.self)
    return String(
      String.UnicodeScalarView(
        whole.unicodeScalars.filter {
          $0 == "\n" || $0 == "\t" || !CharacterSet.controlCharacters.contains($0)
        }))
  }
}
