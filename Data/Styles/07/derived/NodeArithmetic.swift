import Tensors

/// Whatever can be made of other operations is made of them.
extension Node {
  public static func + (a: Node, b: Node) -> Node {
    let shapes = [a.value.shape, b.value.shape]
    return Node(a.value + b.value, sources: [a, b]) { upstream in
      shapes.map { summed(upstream, to: $0) }
    }
  }

  public static func - (a: Node, b: Node) -> Node {
    a + -b
  }

  public static prefix func - (a: Node) -> Node {
    a * Node(Tensor(-1))
  }

  public static func * (a: Node, b: Node) -> Node {
    let values = [a.value, b.value]
    return Node(values[0] * values[1], sources: [a, b]) { upstream in
      (0..<2).map { summed(upstream * values[1 - $0], to: values[$0].shape) }
    }
  }

  public static func / (a: Node, b: Node) -> Node {
    a * pow(b, -1)
  }
}

public func pow(_ x: Node, _ n: Double) -> Node {
  let lower = pow(x.value, n - 1)
  return Node(n == 0 ? Tensor(onesLike: x.value) : lower * x.value, sources: [x]) {
    [$0 * (n * lower)]
  }
}
