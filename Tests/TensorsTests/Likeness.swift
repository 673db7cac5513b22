import Tensors

/// How like a result has to be to what the definition gives.
enum Likeness {
  /// Bit for bit; NaN is NaN, whatever its bits.
  case bits
  /// Equal numbers: the zeros are equal, and NaN to NaN.
  case value
  /// So far apart at most, entry by entry; a bound of NaN is none.
  case within([Double])

  func holds(_ x: Double, _ y: Double, at position: Int) -> Bool {
    if x.isNaN && y.isNaN { return true }
    switch self {
    case .bits: return x.bitPattern == y.bitPattern
    case .value: return x == y
    case .within(let bounds):
      let bound = bounds[position]
      return bound.isNaN || x == y || abs(x - y) <= bound
    }
  }
}

/// Where a tensor differs from what it should be; nil where it does not.
func difference(_ x: Tensor, _ expected: Plain, _ likeness: Likeness = .bits) -> String? {
  if x.shape != expected.shape { return "its shape is \(x.shape), not \(expected.shape)" }
  if x.elementType != expected.type { return "it is \(x.elementType), not \(expected.type)" }
  return difference(x.scalars, expected.entries, likeness)
}

func difference(_ x: [Double], _ expected: [Double], _ likeness: Likeness = .bits) -> String? {
  if x.count != expected.count { return "it has \(x.count) entries, not \(expected.count)" }
  for i in x.indices where !likeness.holds(x[i], expected[i], at: i) {
    return "entry \(i) is \(x[i]), not \(expected[i])"
  }
  return nil
}

/// A sum of terms, and how far from it a sum in any order may be.
///
/// With n terms and rounding unit u, |error| ≤ (n - 1) u Σ|term| for every order of summation (N.
/// Higham, Accuracy and Stability of Numerical Algorithms, 2002, section 4.2), twice of it since this
/// one is rounded, too; one u more a term for products, and one for the rounding of the result. Where
/// the terms may overflow on the way there is no bound.
struct BoundedSum {
  private(set) var value = 0.0
  private(set) var bound: Double

  /// The sum of products of pairs. One that overflows does not where it is rounded together with the
  /// sum, so there is no bound either.
  init(products pairs: [(Double, Double)], _ type: ElementType) {
    self.init(pairs.map { $0 * $1 }, type)
    let overflows = pairs.contains { $0.isFinite && $1.isFinite && !($0 * $1).isFinite }
    if overflows { bound = .nan }
  }

  init(_ terms: [Double], _ type: ElementType) {
    let isSingle = type == .float32
    let unit = isSingle ? 0x1p-24 : 0x1p-53
    let least =
      isSingle ? Double(Float.leastNonzeroMagnitude) : Double.leastNonzeroMagnitude
    let greatest =
      isSingle ? Double(Float.greatestFiniteMagnitude) : Double.greatestFiniteMagnitude
    var magnitude = 0.0
    for term in terms {
      value += term
      if term.isFinite { magnitude += abs(term) }
    }
    bound =
      magnitude > greatest / 4
      ? .nan : 2 * Double(terms.count + 2) * (unit * magnitude + least)
  }
}
