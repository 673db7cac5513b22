import Grading

/// What chance makes of many draws.
extension Examination {
  /// Expects so many of n things as their probability makes likely: within seven deviations and a bit.
  func expectAbout(_ seen: Int, of n: Int, _ probability: Double, _ what: String) throws {
    let expected = Double(n) * probability
    let deviation = (expected * (1 - probability)).squareRoot()
    try expect(
      abs(Double(seen) - expected) <= 7 * deviation + 5,
      "\(seen) of \(n) \(what), expected about \(Int(expected.rounded()))")
  }

  /// Expects of things that have all the same probability that none of them comes much too often, nor
  /// all of them a little: a shuffle that is only nearly fair shows in their sum of squares.
  ///
  /// - Parameter freedom: How many of the counts the others do not decide. Their sum is then a χ², of
  ///   which eight deviations and a bit are never seen.
  /// - Parameter what: Says what came so often, by its number.
  func expectEven(
    _ counts: [Int], of n: Int, _ probability: Double, freedom: Int, _ what: (Int) -> String
  ) throws {
    let expected = Double(n) * probability
    let squares = counts.map { (Double($0) - expected) * (Double($0) - expected) }
    let scale = expected * (1 - probability) * Double(counts.count) / Double(freedom)
    let allowed = Double(freedom) + 8 * Double(2 * freedom).squareRoot() + 30
    let worst = squares.indices.max { squares[$0] < squares[$1] } ?? 0
    try expect(
      squares.reduce(0, +) / scale <= allowed,
      "\(counts[worst]) of \(n) \(what(worst)), expected about \(Int(expected.rounded())): not all "
        + "are equally likely")
  }
}
