/// As micrograd has it: each number has a closure that hands its share to the sources.
public final class Scalar {
  public private(set) var value: Double
  public private(set) var gradient: Double
  private var sources: [Scalar]
  private var hand: (Double, (Scalar, Double) -> Void) -> Void

  public init(_ value: Double) {
    self.value = value
    gradient = 0
    sources = []
    hand = { _, _ in }
  }

  init(_ value: Double, sources: [Scalar], slopes: [Double]) {
    self.value = value
    gradient = 0
    self.sources = sources
    hand = { upstream, give in
      for i in 0..<sources.count { give(sources[i], slopes[i] * upstream) }
    }
  }

  public func backward() {
    var table: [ObjectIdentifier: Double] = [:]
    table[ObjectIdentifier(self)] = 1
    for scalar in topologicalOrder(endingAt: self, sources: { $0.sources }).reversed() {
      let upstream = table[ObjectIdentifier(scalar)] ?? 0
      scalar.gradient += upstream
      scalar.hand(upstream) { source, share in
        table[ObjectIdentifier(source)] = (table[ObjectIdentifier(source)] ?? 0) + share
      }
    }
  }

  public func clearGradient() { gradient = 0 }

  deinit {
    var rest = sources
    sources = []
    hand = { _, _ in }
    while var scalar = rest.popLast() {
      if isKnownUniquelyReferenced(&scalar) {
        rest += scalar.sources
        scalar.sources = []
        scalar.hand = { _, _ in }
      }
    }
  }
}
