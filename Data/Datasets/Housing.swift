import Tensors

/// Houses and what they were sold for, made by code: as skewed and as noisy as real ones, and nobody's.
///
/// What a square metre costs falls with the house's age and its distance from the town; what is paid
/// is off by a quarter, to either side. Most houses are of middling size, and a few are very large.
///
/// Only sums, products, quotients and whole parts are computed with, so that every machine makes the
/// same houses.
public struct Housing: Sendable {
  public static let featureNames = ["area in m²", "age in years", "distance in km"]

  /// `[N, 3]`, as `featureNames` has them.
  public let features: Tensor

  /// `[N]`, in thousands.
  public let prices: Tensor

  /// The first houses of `seed`.
  public init(count: Int, seed: UInt64) {
    var rows: [[Double]] = []
    var prices: [Double] = []
    for index in 0..<count {
      var draws = Draws(seed: seed, stream: 4, index: index)
      let area = (40 + 22 * (0..<3).reduce(0) { sum, _ in sum + draws.bell().squared }).rounded()
      let age = (110 * draws.fraction().squared).rounded(.down)
      let distance = (300 * draws.fraction() * draws.fraction()).rounded() / 10
      let fair = area * (3.2 - 0.012 * age - 0.05 * distance)
      rows.append([area, age, distance])
      prices.append((10 * fair * max(0.3, 1 + 0.25 * draws.bell())).rounded() / 10)
    }
    features = Tensor(shape: [count, 3], scalars: rows.flatMap { $0 })
    self.prices = Tensor(prices)
  }

  /// The price below which `percent` per cent of the houses were sold; between two prices where it has
  /// to be.
  public func percentile(_ percent: Double) -> Double {
    let sorted = prices.scalars.sorted()
    let place = percent / 100 * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
  }

  /// The cheap houses, labelled 0, and the expensive ones, labelled 1: those up to the 30th and those from
  /// the 70th percentile of the prices. The others are left out.
  public func cheapAndDear() -> (features: Tensor, labels: [Int]) {
    let (low, high) = (percentile(30), percentile(70))
    let prices = prices.scalars
    let kept = prices.indices.filter { prices[$0] <= low || prices[$0] >= high }
    return (features.rows(at: kept), kept.map { prices[$0] >= high ? 1 : 0 })
  }
}

extension Draws {
  /// A number in 0 ..< 1.
  fileprivate mutating func fraction() -> Double { Double(next() >> 11) / 0x1p53 }

  /// About normal, with mean 0 and deviation 1: twelve fractions, less 6.
  fileprivate mutating func bell() -> Double {
    (0..<12).reduce(-6) { sum, _ in sum + fraction() }
  }
}

extension Double {
  fileprivate var squared: Double { self * self }
}
