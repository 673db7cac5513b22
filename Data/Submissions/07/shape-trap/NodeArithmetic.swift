import Tensors

/// Entry by entry, with broadcasting as between tensors.
extension Node {
  /// a + b
  public static func + (a: Node, b: Node) -> Node {
    let (x, y) = (a.value, b.value)
    return Node(x + y, sources: [a, b]) {
      [summed($0, to: x.shape), summed($0, to: y.shape)]
    }
  }

  /// a - b
  public static func - (a: Node, b: Node) -> Node {
    let (x, y) = (a.value, b.value)
    return Node(x - y, sources: [a, b]) {
      [summed($0, to: x.shape), summed(-$0, to: y.shape)]
    }
  }

  /// -a
  public static prefix func - (a: Node) -> Node {
    Node(-a.value, sources: [a]) { [-$0] }
  }

  /// a · b, entry by entry
  public static func * (a: Node, b: Node) -> Node {
    let (x, y) = (a.value, b.value)
    return Node(x * y, sources: [a, b]) {
      [$0.matmul(y.transposed()), x.transposed().matmul($0)]
    }
  }

  /// a / b, entry by entry
  public static func / (a: Node, b: Node) -> Node {
    let (x, y) = (a.value, b.value)
    return Node(x / y, sources: [a, b]) {
      [summed($0 / y, to: x.shape), summed(-$0 * x / (y * y), to: y.shape)]
    }
  }
}

/// x to the power of a number, entry by entry: xⁿ.
public func pow(_ x: Node, _ n: Double) -> Node {
  let x0 = x.value
  return Node(pow(x0, n), sources: [x]) { [$0 * n * pow(x0, n - 1)] }
}
