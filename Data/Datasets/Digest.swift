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
    let whole: Void? = message.withContiguousStorageIfAvailable { bytes in
      Self.add(bytes, to: &hash)
    }
    if whole == nil { Array(message).withUnsafeBufferPointer { Self.add($0, to: &hash) } }
    bytes = hash.flatMap { withUnsafeBytes(of: $0.bigEndian, Array.init) }
  }

  private static func add(_ message: UnsafeBufferPointer<UInt8>, to hash: inout [UInt32]) {
    let whole = message.count / 64 * 64
    var end = Array(message[whole...])
    end.append(0x80)
    end.append(contentsOf: [UInt8](repeating: 0, count: (120 - end.count % 64) % 64))
    end.append(contentsOf: withUnsafeBytes(of: (UInt64(message.count) * 8).bigEndian, Array.init))
    constants.withUnsafeBufferPointer { constants in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
        for start in stride(from: 0, to: whole, by: 64) {
          add(
            UnsafeBufferPointer(rebasing: message[start..<start + 64]), to: &hash, schedule,
            constants)
        }
        end.withUnsafeBufferPointer { end in
          for start in stride(from: 0, to: end.count, by: 64) {
            add(
              UnsafeBufferPointer(rebasing: end[start..<start + 64]), to: &hash, schedule, constants
            )
          }
        }
      }
    }
  }

  /// Adds one block, with `schedule` for room. By eight numbers and not by an array of them: a
  /// program of ten million bytes is looked at in a twentieth of a second instead of two.
  private static func add(
    _ block: UnsafeBufferPointer<UInt8>, to hash: inout [UInt32],
    _ schedule: UnsafeMutableBufferPointer<UInt32>, _ constants: UnsafeBufferPointer<UInt32>
  ) {
    for i in 0..<16 {
      schedule[i] =
        UInt32(block[4 * i]) << 24 | UInt32(block[4 * i + 1]) << 16
        | UInt32(block[4 * i + 2]) << 8 | UInt32(block[4 * i + 3])
    }
    for i in 16..<64 {
      let (a, b) = (schedule[i - 15], schedule[i - 2])
      let s0 = a.rotated(7) ^ a.rotated(18) ^ a >> 3
      let s1 = b.rotated(17) ^ b.rotated(19) ^ b >> 10
      schedule[i] = schedule[i - 16] &+ s0 &+ schedule[i - 7] &+ s1
    }
    var (a, b, c, d) = (hash[0], hash[1], hash[2], hash[3])
    var (e, f, g, h) = (hash[4], hash[5], hash[6], hash[7])
    for i in 0..<64 {
      let s1 = e.rotated(6) ^ e.rotated(11) ^ e.rotated(25)
      let t1 = h &+ s1 &+ (e & f ^ ~e & g) &+ constants[i] &+ schedule[i]
      let s0 = a.rotated(2) ^ a.rotated(13) ^ a.rotated(22)
      let t2 = s0 &+ (a & b ^ a & c ^ b & c)
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ t1, c, b, a, t1 &+ t2)
    }
    for (i, value) in [a, b, c, d, e, f, g, h].enumerated() { hash[i] &+= value }
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
