import Tensors

/// Entry by entry, with broadcasting as between tensors.
extension Node {
  /// a + b
  public static func + (a: Node, b: Node) -> Node {
    // begin 7.12: Keep in the closure what the way back needs, tensors and shapes: not a and b.
    let (x, y) = (a.value, b.value)
    return Node(x + y, sources: [a, b]) {
      [summed($0, to: x.shape), summed($0, to: y.shape)]
    }
    // end
  }

  /// a - b
  public static func - (a: Node, b: Node) -> Node {
    // begin 7.13: What does the difference do if b grows?
    let (x, y) = (a.value, b.value)
    return Node(x - y, sources: [a, b]) {
      [summed($0, to: x.shape), summed(-$0, to: y.shape)]
    }
    // end
  }

  /// -a
  public static prefix func - (a: Node) -> Node {
    // begin 7.14: One source.
    Node(-a.value, sources: [a]) { [-$0] }
    // end
  }

  /// a · b, entry by entry
  public static func * (a: Node, b: Node) -> Node {
    // begin 7.15: First the slope, then the sum over what was broadcast. Not the other way round.
    let (x, y) = (a.value, b.value)
    return Node(x * y, sources: [a, b]) {
      [summed($0 * y, to: x.shape), summed($0 * x, to: y.shape)]
    }
    // end
  }

  /// a / b, entry by entry
  public static func / (a: Node, b: Node) -> Node {
    // begin 7.16: Differentiate a · b⁻¹ by b.
    let (x, y) = (a.value, b.value)
    return Node(x / y, sources: [a, b]) {
      [summed($0 / y, to: x.shape), summed(-$0 * x / (y * y), to: y.shape)]
    }
    // end
  }
}

/// x to the power of a number, entry by entry: xⁿ.
public func pow(_ x: Node, _ n: Double) -> Node {
  // begin 7.17: As 7.3.
  let x0 = x.value
  return Node(pow(x0, n), sources: [x]) { [$0 * n * pow(x0, n - 1)] }
  // end
}
