import Tensors

/// Nodes and numbers. A number is a node of shape `[]`, which broadcasts to any other.
///
/// Read it; there is nothing to write here.
extension Node {
  public static func + (a: Node, b: Double) -> Node { a + Node(Tensor(b)) }
  public static func + (a: Double, b: Node) -> Node { Node(Tensor(a)) + b }
  public static func - (a: Node, b: Double) -> Node { a - Node(Tensor(b)) }
  public static func - (a: Double, b: Node) -> Node { Node(Tensor(a)) - b }
  public static func * (a: Node, b: Double) -> Node { a * Node(Tensor(b)) }
  public static func * (a: Double, b: Node) -> Node { Node(Tensor(a)) * b }
  public static func / (a: Node, b: Double) -> Node { a / Node(Tensor(b)) }
  public static func / (a: Double, b: Node) -> Node { Node(Tensor(a)) / b }
}
