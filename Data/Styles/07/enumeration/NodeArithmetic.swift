import Tensors

extension Node {
  public static func + (a: Node, b: Node) -> Node { Node(a.value + b.value, .add(a, b)) }

  public static func - (a: Node, b: Node) -> Node { Node(a.value - b.value, .subtract(a, b)) }

  public static prefix func - (a: Node) -> Node { Node(-a.value, .one(a) { -$0 }) }

  public static func * (a: Node, b: Node) -> Node { Node(a.value * b.value, .multiply(a, b)) }

  public static func / (a: Node, b: Node) -> Node { Node(a.value / b.value, .divide(a, b)) }
}

public func pow(_ x: Node, _ n: Double) -> Node {
  Node(pow(x.value, n), .one(x) { pow(x.value, n - 1) * n * $0 })
}
