import Tensors

public func exp(_ x: Node) -> Node {
  Node(exp(x.value), .one(x) { $0 * exp(x.value) })
}

public func log(_ x: Node) -> Node {
  Node(log(x.value), .one(x) { $0 / x.value })
}

public func relu(_ x: Node) -> Node {
  Node(max(x.value, 0), .one(x) { $0 * (x.value .> 0) })
}

public func tanh(_ x: Node) -> Node {
  Node(tanh(x.value), .one(x) { $0 * (1 - pow(tanh(x.value), 2)) })
}

public func sigmoid(_ x: Node) -> Node {
  let y = 1 / (1 + exp(-x.value))
  return Node(y, .one(x) { $0 * y * (1 - y) })
}
