import Tensors

extension [UInt8] {
  /// Spoils the bytes in one way of many.
  mutating func spoil(with other: [UInt8], _ generator: inout SeededGenerator) {
    let place = generator.below(count)
    let length = generator.below(Swift.min(count - place, 1 << generator.below(10)) + 1)
    switch generator.below(12) {
    case 0:
      for _ in 0...generator.below(8) where !isEmpty {
        self[generator.below(count)] ^= 1 << generator.below(8)
      }
    case 1:
      for _ in 0...generator.below(4) where !isEmpty {
        self[generator.below(count)] = UInt8(generator.below(256))
      }
    case 2: self = Array(prefix(place))
    case 3: self = Array(dropFirst(place))
    case 4: self = Array(prefix(place) + other.dropFirst(generator.below(other.count)))
    case 5:
      let first = generator.below(other.count)
      replaceSubrange(place..<place + length, with: other[first...].prefix(generator.below(64)))
    case 6: replaceSubrange(place..<place + length, with: [])
    case 7: insert(contentsOf: self[place..<place + length], at: place)
    case 8: self += (0...generator.below(300)).map { _ in UInt8(generator.below(256)) }
    case 9: setExtreme(&generator)
    case 10: setExtremeDigits(&generator)
    default:
      let signs = Array("[]{}\",:;\\\n\r\t\0-+.e/ #'".utf8)
      let sign = signs[generator.below(signs.count)]
      let copies = generator.below(8) == 0 ? 5000 : 1 + generator.below(3)
      insert(contentsOf: repeatElement(sign, count: copies), at: place)
    }
  }

  /// Puts the least and the greatest numbers into a field, of 1, 2, 4 or 8 bytes in either order.
  private mutating func setExtreme(_ generator: inout SeededGenerator) {
    let size = 1 << generator.below(4)
    guard count >= size else { return }
    let numbers: [UInt64] = [
      0, 1, .max, .max >> 1, 1 << 63, 0x7FFF_FFFF, 0xFFFF_FFFF, 0x8000_0000, 0xFFFE, UInt64(count),
      UInt64(count) &- 1, UInt64(count) &+ 1, 1 << 32, 1 << 40,
    ]
    var number = numbers[generator.below(numbers.count)]
    // Lengths stand at the beginning of most formats.
    let range = generator.below(2) == 0 ? Swift.min(count - size + 1, 32) : count - size + 1
    let place = generator.below(range)
    let isLittle = generator.below(2) == 0
    for i in 0..<size {
      self[place + (isLittle ? i : size - 1 - i)] = UInt8(truncatingIfNeeded: number)
      number >>= 8
    }
  }

  /// Puts an extreme number into the place of one that is written in digits.
  private mutating func setExtremeDigits(_ generator: inout SeededGenerator) {
    let starts = indices.filter { isDigit($0) && ($0 == 0 || !isDigit($0 - 1)) }
    guard !starts.isEmpty else { return }
    let start = starts[generator.below(starts.count)]
    let end = self[start...].firstIndex { !(48...57).contains($0) } ?? count
    let numbers = [
      "0", "-1", "1", "2147483648", "4294967295", "9223372036854775807", "9223372036854775808",
      "-9223372036854775808", "18446744073709551615", "18446744073709551616", "1e999", "1e300",
      "-1e300", "1.5", "0.1", "00", "NaN", "999999999", "99999999999999999", "\"1\"", "null", "[]",
      "٣", String(repeating: "9", count: 400), "77777777777",
    ]
    replaceSubrange(start..<end, with: numbers[generator.below(numbers.count)].utf8)
  }

  private func isDigit(_ i: Int) -> Bool { (48...57).contains(self[i]) }
}
