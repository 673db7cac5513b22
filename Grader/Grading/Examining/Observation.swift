import Doorway

/// What wrong answers have in common. A name for a mistake is a guess that may be certain; this is
/// what anybody can see.
public enum Observation: Sendable, Equatable {
  /// Every number is so many times what is expected.
  case factor(Double)
  /// Every number is what is expected times a size, or divided by it.
  case sizeFactor(Size, isDivided: Bool, by: Double)
  case transposed
  /// In each column, or else in each row, every number is so many times what is expected, and in each it
  /// is another number.
  case stretched(columns: Bool)
  /// Every number is off by the same.
  case offset(Double)
  case zero
  /// What came back is what went in.
  case input(String)
  /// It is what is expected of another call.
  case otherCall
  /// Right up to a call, and never after it.
  case onlyFirst(Int)
  /// Wrong nowhere but in the last of the answers along axis 0: the last row, where they have two axes.
  case onlyLast(axes: Int?)
  /// Wrong everywhere but in the first of the answers along axis 0.
  case allButFirst(axes: Int?)
  /// Wrong nowhere but where the size is so much.
  case onlyWhere(Size)
  /// Right to about seven digits.
  case roundedToSingle
  /// NaN, or infinite, in places where the input is so large, the smallest of them, and right in all
  /// others, of which this is the largest.
  case overflow(from: Double, right: Double)
  /// NaN, or infinite, in some places, and right in all others.
  case notFinite
  /// The gradient is that of the subject's own forward, which is wrong.
  case fitsOwnForward
}
