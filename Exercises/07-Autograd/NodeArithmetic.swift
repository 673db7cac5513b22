import Tensors

/// Entry by entry, with broadcasting as between tensors.
extension Node {
  /// a + b
  public static func + (a: Node, b: Node) -> Node {
    // TODO: 7.12  Keep in the closure what the way back needs, tensors and shapes: not a and b.
    unfinished("7.12")
  }

  /// a - b
  public static func - (a: Node, b: Node) -> Node {
    // TODO: 7.13  What does the difference do if b grows?
    unfinished("7.13")
  }

  /// -a
  public static prefix func - (a: Node) -> Node {
    // TODO: 7.14  One source.
    unfinished("7.14")
  }

  /// a · b, entry by entry
  public static func * (a: Node, b: Node) -> Node {
    // TODO: 7.15  First the slope, then the sum over what was broadcast. Not the other way round.
    unfinished("7.15")
  }

  /// a / b, entry by entry
  public static func / (a: Node, b: Node) -> Node {
    // TODO: 7.16  Differentiate a · b⁻¹ by b.
    unfinished("7.16")
  }
}

/// x to the power of a number, entry by entry: xⁿ.
public func pow(_ x: Node, _ n: Double) -> Node {
  // TODO: 7.17  As 7.3.
  unfinished("7.17")
}
