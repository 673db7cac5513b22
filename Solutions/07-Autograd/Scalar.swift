import Tensors

/// A number that remembers what it was computed from.
///
///     let a = Scalar(2), b = Scalar(3)
///     let y = a * b + a
///     y.backward()
///     a.gradient                       // 4.0: b + 1
///
/// After Andrej Karpathy, "micrograd", 2020.
public final class Scalar: Vertex {
  public private(set) var value: Double

  /// The sum of what all ways back have brought since it was last cleared; 0 at first.
  public private(set) var gradient = 0.0

  /// What it was computed from, and its slope along each of them.
  private(set) var sources: [Scalar]
  private(set) var slopes: [Double]

  /// A number that was not computed from others.
  public convenience init(_ value: Double) {
    self.init(value, sources: [], slopes: [])
  }

  /// A number that was computed from `sources`. If source i grows by a little, it grows by
  /// `slopes[i]` times as much.
  init(_ value: Double, sources: [Scalar], slopes: [Double]) {
    self.value = value
    self.sources = sources
    self.slopes = slopes
  }

  /// Adds to the gradient of this number, and of each that it was computed from, the slope of this
  /// number along it. This number's slope along itself is 1.
  ///
  /// Every way back begins anew: what an earlier one has left in `gradient` is added to, and is
  /// never passed on.
  public func backward() {
    // begin 7.8: Where paths meet, slopes add. Who has to be complete before it passes on?
    var upstreams = [ObjectIdentifier(self): 1.0]
    for scalar in topologicalOrder(endingAt: self, sources: \.sources).reversed() {
      let upstream = upstreams[ObjectIdentifier(scalar), default: 0]
      scalar.gradient += upstream
      for (source, slope) in zip(scalar.sources, scalar.slopes) {
        upstreams[ObjectIdentifier(source), default: 0] += upstream * slope
      }
    }
    // end
  }

  /// Sets the gradient to 0.
  public func clearGradient() {
    gradient = 0
  }

  func forget() {
    (sources, slopes) = ([], [])
  }

  deinit {
    takeApart()
  }
}
