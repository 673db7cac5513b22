import Foundation
import Grading
import Tensors

/// What chance makes of many draws.
extension Examination {
  /// Expects of a table of entries that happened, 1, or not, 0, that as many did as their probability makes
  /// likely: of all, of each row and of each column.
  func expectShares(_ happened: Tensor, _ probability: Double, _ what: String) throws {
    let (rows, columns) = (happened.shape[0], happened.shape[1])
    for (part, counts, of) in [
      ("", Tensor([happened.sum()]), rows * columns),
      (" of a row", happened.sum(along: 1), columns),
      (" of a column", happened.sum(along: 0), rows),
    ] {
      let shares = counts.scalars.map { $0 / Double(of) }
      let off = shares.map { abs($0 - probability) }.max() ?? 0
      try expect(
        shares.allSatisfy { isLikely($0, of: of, probability) },
        "with p = \(short(probability)) the share of the entries\(part) that were \(what) is off by "
          + short(off))
    }
  }

  /// Whether chance makes a share of `n` draws of what has this probability: not where that happens less
  /// than once in 10¹⁰ times. It holds of few draws and of what is rare, where a number of deviations does
  /// not (H. Chernoff, Annals of Mathematical Statistics 23, 1952).
  private func isLikely(_ share: Double, of n: Int, _ probability: Double) -> Bool {
    func term(_ seen: Double, _ expected: Double) -> Double {
      seen > 0 ? seen * Foundation.log(seen / expected) : 0
    }
    return Double(n) * (term(share, probability) + term(1 - share, 1 - probability)) < 25
  }

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
