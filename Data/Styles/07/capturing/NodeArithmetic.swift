import Tensors

/// The closures keep the sources, and read their values on the way back.
extension Node {
  public static func + (a: Node, b: Node) -> Node {
    Node(a.value + b.value, sources: [a, b]) { upstream in
      [summed(upstream, to: a.value.shape), summed(upstream, to: b.value.shape)]
    }
  }

  public static func - (a: Node, b: Node) -> Node {
    Node(a.value - b.value, sources: [a, b]) { upstream in
      [summed(upstream, to: a.value.shape), -summed(upstream, to: b.value.shape)]
    }
  }

  public static prefix func - (a: Node) -> Node {
    Node(0 - a.value, sources: [a]) { upstream in [0 - upstream] }
  }

  public static func * (a: Node, b: Node) -> Node {
    Node(a.value * b.value, sources: [a, b]) { upstream in
      [
        summed(b.value * upstream, to: a.value.shape),
        summed(a.value * upstream, to: b.value.shape),
      ]
    }
  }

  public static func / (a: Node, b: Node) -> Node {
    let quotient = a.value / b.value
    return Node(quotient, sources: [a, b]) { upstream in
      let share = upstream / b.value
      return [summed(share, to: a.value.shape), -summed(share * quotient, to: b.value.shape)]
    }
  }
}

public func pow(_ x: Node, _ n: Double) -> Node {
  Node(Tensors.pow(x.value, n), sources: [x]) { upstream in
    let lower = n == 1 ? Tensor(onesLike: x.value) : Tensors.pow(x.value, n - 1)
    return [n * lower * upstream]
  }
}
