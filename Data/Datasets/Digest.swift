/// The SHA-256 of some bytes (FIPS 180-4).
///
/// Written here because no module that ships with the toolchain on Linux has one.
public struct Digest: Hashable, Sendable, CustomStringConvertible {
  public let bytes: [UInt8]

  public init(_ text: String) {
    self.init(Array(text.utf8))
  }

  public init(_ message: some Collection<UInt8>) {
    var hash = Self.initial
    var padded = Array(message)
    let bits = UInt64(padded.count) * 8
    padded.append(0x80)
    padded.append(contentsOf: [UInt8](repeating: 0, count: (120 - padded.count % 64) % 64))
    padded.append(contentsOf: withUnsafeBytes(of: bits.bigEndian, Array.init))

    var schedule = [UInt32](repeating: 0, count: 64)
    for block in stride(from: 0, to: padded.count, by: 64) {
      for i in 0..<16 {
        schedule[i] = (0..<4).reduce(0) { $0 << 8 | UInt32(padded[block + 4 * i + $1]) }
      }
      for i in 16..<64 {
        let (a, b) = (schedule[i - 15], schedule[i - 2])
        let s0 = a.rotated(7) ^ a.rotated(18) ^ a >> 3
        let s1 = b.rotated(17) ^ b.rotated(19) ^ b >> 10
        schedule[i] = schedule[i - 16] &+ s0 &+ schedule[i - 7] &+ s1
      }
      var v = hash
      for i in 0..<64 {
        let s1 = v[4].rotated(6) ^ v[4].rotated(11) ^ v[4].rotated(25)
        let choice = v[4] & v[5] ^ ~v[4] & v[6]
        let t1 = v[7] &+ s1 &+ choice &+ Self.constants[i] &+ schedule[i]
        let s0 = v[0].rotated(2) ^ v[0].rotated(13) ^ v[0].rotated(22)
        let majority = v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2]
        v = [t1 &+ s0 &+ majority, v[0], v[1], v[2], v[3] &+ t1, v[4], v[5], v[6]]
      }
      for i in 0..<8 { hash[i] &+= v[i] }
    }
    bytes = hash.flatMap { withUnsafeBytes(of: $0.bigEndian, Array.init) }
  }

  /// 64 hexadecimal digits.
  public var description: String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The first eight bytes as a number, for seeds.
  public var word: UInt64 {
    bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The first 32 bits of the fractional parts of the square roots of the first 8 primes.
  private static let initial: [UInt32] = primes.prefix(8).map { fraction(Double($0).squareRoot()) }

  /// The same of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = primes.map(cubeRootFraction)

  private static let primes: [Int] = {
    var primes: [Int] = []
    for n in 2... where primes.count < 64 {
      if primes.allSatisfy({ n % $0 != 0 }) { primes.append(n) }
      if primes.count == 64 { break }
    }
    return primes
  }()

  private static func fraction(_ x: Double) -> UInt32 {
    UInt32((x - x.rounded(.down)) * 0x1p32)
  }

  /// By integers, bit by bit: the largest r with r³ ≤ n · 2⁹⁶, less its whole part.
  private static func cubeRootFraction(_ n: Int) -> UInt32 {
    let target = UInt128(n) << 96
    var root: UInt128 = 0
    for bit in (0..<36).reversed() {
      let candidate = root | 1 << UInt128(bit)
      if candidate * candidate * candidate <= target { root = candidate }
    }
    return UInt32(truncatingIfNeeded: root)
  }
}

extension UInt32 {
  fileprivate func rotated(_ n: UInt32) -> UInt32 { self >> n | self << (32 - n) }
}
