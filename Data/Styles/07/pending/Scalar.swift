/// What is under way is kept in the numbers themselves, and a number knows how many uses it waits for.
public final class Scalar: Vertex {
  public private(set) var value: Double
  public private(set) var gradient = 0.0
  private(set) var sources: [Scalar]
  private var slopes: [Double]
  private var pending = 0.0
  private var uses = 0

  public convenience init(_ value: Double) {
    self.init(value, sources: [], slopes: [])
  }

  init(_ value: Double, sources: [Scalar], slopes: [Double]) {
    self.value = value
    self.sources = sources
    self.slopes = slopes
  }

  public func backward() {
    var stack = [self]
    while let scalar = stack.popLast() {
      for source in scalar.sources {
        if source.uses == 0 { stack.append(source) }
        source.uses += 1
      }
    }
    pending = 1
    stack = [self]
    while let scalar = stack.popLast() {
      scalar.gradient += scalar.pending
      for i in scalar.sources.indices {
        let source = scalar.sources[i]
        source.pending += scalar.slopes[i] * scalar.pending
        source.uses -= 1
        if source.uses == 0 { stack.append(source) }
      }
      scalar.pending = 0
    }
  }

  public func clearGradient() { gradient = 0 }

  func forget() {
    sources = []
    slopes = []
  }

  deinit { takeApart() }
}
