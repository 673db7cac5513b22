internal import Kernels

// Operands are consumed: where nobody else holds one, as in `exp(x) + 1`, the result takes its memory,
// which is in the cache already, and no other is needed.

extension Tensor {
  /// Sums entry by entry. Shapes broadcast as in NumPy: [N, M] + [M] adds the
  /// vector to each row.
  public static func + (a: consuming Tensor, b: consuming Tensor) -> Tensor {
    combined(.add, "+", a, b)
  }

  /// Differences entry by entry. Shapes broadcast as in NumPy: [N, M] - [N, 1]
  /// subtracts a number of its own from each row.
  public static func - (a: consuming Tensor, b: consuming Tensor) -> Tensor {
    combined(.subtract, "-", a, b)
  }

  /// Products entry by entry. Shapes broadcast as in NumPy. This is not
  /// the matrix product; see `matmul(_:)`.
  public static func * (a: consuming Tensor, b: consuming Tensor) -> Tensor {
    combined(.multiply, "*", a, b)
  }

  /// Quotients entry by entry. Shapes broadcast as in NumPy.
  public static func / (a: consuming Tensor, b: consuming Tensor) -> Tensor {
    combined(.divide, "/", a, b)
  }

  /// Sums of each entry and `b`, in the type of `a`.
  public static func + (a: consuming Tensor, b: Double) -> Tensor { combined(.add, a, b) }

  /// Differences of each entry and `b`, in the type of `a`.
  public static func - (a: consuming Tensor, b: Double) -> Tensor { combined(.subtract, a, b) }

  /// Products of each entry and `b`, in the type of `a`.
  public static func * (a: consuming Tensor, b: Double) -> Tensor { combined(.multiply, a, b) }

  /// Quotients of each entry and `b`, in the type of `a`.
  public static func / (a: consuming Tensor, b: Double) -> Tensor { combined(.divide, a, b) }

  /// Sums of `a` and each entry, in the type of `b`.
  public static func + (a: Double, b: consuming Tensor) -> Tensor { combined(.add, a, b) }

  /// Differences of `a` and each entry, in the type of `b`.
  public static func - (a: Double, b: consuming Tensor) -> Tensor { combined(.subtract, a, b) }

  /// Products of `a` and each entry, in the type of `b`.
  public static func * (a: Double, b: consuming Tensor) -> Tensor { combined(.multiply, a, b) }

  /// Quotients of `a` and each entry, in the type of `b`.
  public static func / (a: Double, b: consuming Tensor) -> Tensor { combined(.divide, a, b) }

  /// Quotients of each entry and a count, in the type of `a`: `gradient / labels.count`.
  ///
  /// The one operation that takes an `Int`: by `gradient * (1 / labels.count)` Python means a mean,
  /// and Swift 0. Disfavoured, so that in `1 / 2` numbers stay `Double`.
  @_disfavoredOverload
  public static func / (a: consuming Tensor, b: Int) -> Tensor { combined(.divide, a, Double(b)) }

  /// The entries of `a` where `mask` is true, and 0 elsewhere: the product with 1 or 0, which leaves
  /// NaN what is infinite. Shapes broadcast.
  @_disfavoredOverload
  public static func * (a: consuming Tensor, mask: Mask) -> Tensor {
    let factor = Tensor(mask, a.elementType)
    return combined(.multiply, "*", a, factor)
  }

  /// The entries of `b` where `mask` is true, and 0 elsewhere, as `b * mask`.
  @_disfavoredOverload
  public static func * (mask: Mask, b: consuming Tensor) -> Tensor { b * mask }

  /// Each entry with the other sign.
  public static prefix func - (a: consuming Tensor) -> Tensor { transformed(a, .negate) }

  /// A single number of this tensor's type.
  func like(_ scalar: Double) -> Tensor { Tensor(repeating: scalar, shape: [], elementType) }
}
