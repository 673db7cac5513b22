/// A generator of random numbers that gives the same sequence for the same seed, everywhere.
///
///     var generator = SeededGenerator(seed: 231)
///     let w = Tensor(normal: [3, 4], using: &generator)
///
/// xoshiro256** (D. Blackman and S. Vigna, Scrambled Linear Pseudorandom Number Generators, 2021),
/// its state filled by SplitMix64 (G. Steele, D. Lea and C. Flood, 2014). Not for secrets.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  public init(seed: UInt64) {
    var position = seed
    func splitMix() -> UInt64 {
      position &+= 0x9e37_79b9_7f4a_7c15
      var z = position
      z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
      z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
      return z ^ (z >> 31)
    }
    state = (splitMix(), splitMix(), splitMix(), splitMix())
  }

  public mutating func next() -> UInt64 {
    let scrambled = (state.1 &* 5).rotated(by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = state.3.rotated(by: 45)
    return scrambled
  }
}

extension UInt64 {
  fileprivate func rotated(by bits: UInt64) -> UInt64 { self << bits | self >> (64 - bits) }
}
