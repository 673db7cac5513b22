/// The type of a tensor's entries.
///
/// Where two types meet, `float32` wins: `float64` operands are rounded to it.
public enum ElementType: Sendable, Hashable {
  /// `Float`, 4 bytes: seven digits, twice as fast; what training wants.
  case float32
  /// `Double`, 8 bytes: sixteen digits; what checking gradients wants.
  case float64

  /// The number of bytes an entry takes.
  public var size: Int { self == .float32 ? 4 : 8 }

  /// The type that an operation on this type and `other` has.
  func promoted(with other: ElementType) -> ElementType {
    self == .float32 || other == .float32 ? .float32 : .float64
  }
}
