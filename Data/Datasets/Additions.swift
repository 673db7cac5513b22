/// Two numbers to be added, as text.
public struct Addition: Sendable, Equatable, Hashable {
  public var first: Int
  public var second: Int

  public init(_ first: Int, _ second: Int) {
    self.first = first
    self.second = second
  }

  /// "12+34"
  public var question: String { "\(first)+\(second)" }

  /// The sum with its last digit first, in the order in which a sum is worked out: "64" for 46.
  public var answer: String { String(String(first + second).reversed()) }
}

/// Made additions. Every machine makes the same from the same seed.
///
/// One in ten of all pairs of numbers is held out, whatever the seed is: it is never among those to learn
/// from, and those to test with are all of that tenth.
public enum Additions {
  /// `count` additions to learn from, of numbers with 1 to `digits` digits.
  public static func training(count: Int, digits: Int, seed: UInt64) -> [Addition] {
    drawn(count, digits: digits, isHeldOut: false, Draws(seed: seed, stream: 21, index: 0)) {
      $0.below(power(10, digits))
    }
  }

  /// `count` additions to test with, of numbers with 1 to `digits` digits.
  public static func test(count: Int, digits: Int, seed: UInt64) -> [Addition] {
    drawn(count, digits: digits, isHeldOut: true, Draws(seed: seed, stream: 22, index: 0)) {
      $0.below(power(10, digits))
    }
  }

  /// `count` additions to test with, of numbers with exactly `digits` digits.
  public static func test(count: Int, exactDigits digits: Int, seed: UInt64) -> [Addition] {
    let least = digits == 1 ? 0 : power(10, digits - 1)
    return drawn(
      count, digits: digits, isHeldOut: true, Draws(seed: seed, stream: 23, index: digits)
    ) {
      least + $0.below(power(10, digits) - least)
    }
  }

  /// Whether nobody learns from a pair.
  public static func isHeldOut(_ addition: Addition) -> Bool {
    var draws = Draws(seed: UInt64(addition.first), stream: 20, index: addition.second)
    return draws.below(10) == 0
  }

  private static func drawn(
    _ count: Int, digits: Int, isHeldOut: Bool, _ draws: Draws, number: (inout Draws) -> Int
  ) -> [Addition] {
    precondition((1...9).contains(digits), "numbers of \(digits) digits are not made")
    var draws = draws
    var additions: [Addition] = []
    additions.reserveCapacity(count)
    while additions.count < count {
      let addition = Addition(number(&draws), number(&draws))
      if Self.isHeldOut(addition) == isHeldOut { additions.append(addition) }
    }
    return additions
  }

  private static func power(_ base: Int, _ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { power, _ in power * base }
  }
}
