import Foundation
import Tensors

extension Scalar {
  /// a + b
  public static func + (a: Scalar, b: Scalar) -> Scalar {
    // TODO: 7.1  By how much does a + b grow if a grows by a little? And if b does?
    unfinished("7.1")
  }

  /// a · b
  public static func * (a: Scalar, b: Scalar) -> Scalar {
    // TODO: 7.2  The slope along a is not a.
    unfinished("7.2")
  }

  /// -a, a - b and a / b are made of the others: there is nothing to write.
  public static prefix func - (a: Scalar) -> Scalar { a * Scalar(-1) }

  public static func - (a: Scalar, b: Scalar) -> Scalar { a + -b }

  public static func / (a: Scalar, b: Scalar) -> Scalar { a * pow(b, -1) }
}

/// x to the power of a number: xⁿ.
public func pow(_ x: Scalar, _ n: Double) -> Scalar {
  // TODO: 7.3  Foundation has a pow for numbers. Which power of x is the slope made of?
  unfinished("7.3")
}

/// eˣ
public func exp(_ x: Scalar) -> Scalar {
  // TODO: 7.4  You have the slope already when you have the value.
  unfinished("7.4")
}

/// The natural logarithm of x, which is above 0.
public func log(_ x: Scalar) -> Scalar {
  // TODO: 7.5  Foundation's log is the natural one.
  unfinished("7.5")
}

/// The greater of x and 0. At exactly 0, where there is no slope, the course takes 0.
public func relu(_ x: Scalar) -> Scalar {
  // TODO: 7.6  Which slope has it left of 0, which right of it, and which at 0?
  unfinished("7.6")
}
