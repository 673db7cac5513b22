/// The random numbers behind the synthetic sets: SplitMix64, by Steele, Lea and Flood (2014).
///
/// Kept apart from every other generator, because what is drawn here must never change.
struct Draws {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// A sequence for each `stream` and `index` under one seed.
  init(seed: UInt64, stream: UInt64, index: Int) {
    var draws = Draws(seed: seed)
    draws = Draws(seed: draws.next() &+ stream)
    draws = Draws(seed: draws.next() &+ UInt64(index))
    state = draws.next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }

  /// A number in `0..<bound`; for bounds as small as ours, all are as good as equally likely.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// `value` or its negative.
  mutating func either(_ value: Int32) -> Int32 {
    next() & 1 == 0 ? value : -value
  }

  /// The numbers below `count` in random order.
  mutating func order(of count: Int) -> [Int] {
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(last, below(last + 1))
    }
    return order
  }

  /// Labels of ten classes: each once in every ten, in an order of its own.
  static func labels(count: Int, seed: UInt64, stream: UInt64) -> [Int] {
    let tens = (0..<(count + 9) / 10).flatMap { ten in
      var draws = Draws(seed: seed, stream: ~stream, index: ten)
      return draws.order(of: 10)
    }
    return Array(tens.prefix(count))
  }
}
