/// The way back as a fold over the order, the slopes in an array beside it.
public final class Scalar: Vertex {
  public private(set) var value: Double
  public private(set) var gradient = 0.0
  private(set) var sources: [Scalar]
  private var slopes: [Double]

  public convenience init(_ value: Double) {
    self.init(value, sources: [], slopes: [])
  }

  init(_ value: Double, sources: [Scalar], slopes: [Double]) {
    (self.value, self.sources, self.slopes) = (value, sources, slopes)
  }

  public func backward() {
    let order = topologicalOrder(endingAt: self) { $0.sources }
    let places = Dictionary(
      uniqueKeysWithValues: order.enumerated().map { (ObjectIdentifier($1), $0) })
    let zeros = [Double](repeating: 0, count: order.count - 1) + [1]
    let slopes = order.indices.reversed().reduce(into: zeros) { slopes, place in
      for (source, slope) in zip(order[place].sources, order[place].slopes) {
        slopes[places[ObjectIdentifier(source)]!] += slope * slopes[place]
      }
    }
    zip(order, slopes).forEach { $0.gradient += $1 }
  }

  public func clearGradient() { gradient = 0 }

  func forget() { (sources, slopes) = ([], []) }

  deinit { takeApart() }
}
