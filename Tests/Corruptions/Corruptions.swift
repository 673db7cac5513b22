import Foundation
import Tensors

/// What was valid and is spoiled: bits turned, bytes lost, doubled or put in, ends cut off or added, two
/// pieced together, numbers made extreme. Corruption `i` is the same every time.
public struct Corruptions: Sendable {
  private let originals: [[UInt8]]

  /// Makes sums right again that a reader looks at first, so that it looks at the rest.
  private let mend: (@Sendable (inout [UInt8]) -> Void)?

  public init(of originals: [[UInt8]], mending mend: (@Sendable (inout [UInt8]) -> Void)? = nil) {
    (self.originals, self.mend) = (originals, mend)
  }

  public init(of texts: [String]) {
    self.init(of: texts.map { Array($0.utf8) })
  }

  /// How many are made of each kind of file: `GRADUS_CASES`, or so few that all take seconds.
  public static let count =
    ProcessInfo.processInfo.environment["GRADUS_CASES"].flatMap { Int($0) } ?? 600

  /// `GRADUS_TRACE=1` prints the number of each before it is read: of what ends the process nobody
  /// else could say which it was.
  private static let isTraced = ProcessInfo.processInfo.environment["GRADUS_TRACE"] == "1"

  /// Reads corruptions, and returns what is wrong with how that went: no sentence where one was
  /// refused, or one that shows what it should not; longer than a second; memory beyond a bound.
  ///
  /// - Parameter read: Returns the sentence with which it refuses; nil where it takes the bytes.
  public func faults(
    _ name: String, count: Int = count, _ read: ([UInt8]) -> String?
  ) -> [String] {
    var faults: [String] = []
    var refused = 0
    var longest = 0.0
    let before = Corruptions.peak
    let clock = ContinuousClock()
    let start = clock.now
    for number in 0..<count {
      if Self.isTraced { print("\(name) \(number)") }
      let bytes = bytes(number)
      var sentence: String?
      let time = clock.measure { sentence = read(bytes) }
      let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
      longest = max(longest, seconds)
      // Beside other tests nobody knows whose time it is, but for what hangs.
      let patience: Double = count > 10_000 ? 1 : 120
      if seconds > patience { faults.append("\(name) \(number) took \(seconds) s") }
      guard let sentence else { continue }
      refused += 1
      if let fault = Self.fault(of: sentence) {
        faults.append("\(name) \(number) \(fault): \(sentence.prefix(200).debugDescription)")
      }
      if faults.count > 9 { return faults }
    }
    // Beside other tests nobody knows whose memory it is.
    if count > 10_000 {
      let grown = Corruptions.peak - before
      if grown > 512 << 20 { faults.append("\(name) took \(grown >> 20) MB more") }
      print(
        "\(name): \(count) corrupted, \(refused) refused, \(count - refused) valid all the same, "
          + "\(start.duration(to: clock.now)), the longest \(Int(longest * 1e6)) µs, "
          + "\(grown >> 20) MB more than before")
    }
    return faults
  }

  /// A sentence says something, on lines that can be shown as they are.
  private static func fault(of sentence: String) -> String? {
    if sentence.count < 10 { return "says nothing" }
    if sentence.utf8.count > 10_000 { return "says too much" }
    let isControl = sentence.unicodeScalars.contains {
      $0.value < 32 && $0 != "\n" || (127..<160).contains($0.value)
    }
    return isControl ? "says what no terminal should be told" : nil
  }

  /// The most memory that this process has had, in bytes; 0 where the system does not tell it so.
  private static var peak: Int {
    let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) }.map { $0 << 10 } ?? 0
  }

  /// Corruption `number`.
  public func bytes(_ number: Int) -> [UInt8] {
    var generator = SeededGenerator(seed: UInt64(number) &+ 0x5EED)
    var bytes = originals[generator.below(originals.count)]
    for _ in 0...generator.below(3) {
      let other = originals[generator.below(originals.count)]
      bytes.spoil(with: other, &generator)
    }
    if let mend, generator.below(4) > 0 { mend(&bytes) }
    return bytes
  }
}

extension SeededGenerator {
  mutating func below(_ count: Int) -> Int { Int.random(in: 0..<max(count, 1), using: &self) }
}
