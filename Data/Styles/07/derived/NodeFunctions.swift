import Tensors

public func exp(_ x: Node) -> Node {
  let y = exp(x.value)
  return Node(y, sources: [x]) { [y * $0] }
}

public func log(_ x: Node) -> Node {
  let slope = pow(x.value, -1)
  return Node(log(x.value), sources: [x]) { [slope * $0] }
}

public func relu(_ x: Node) -> Node {
  x * Node(Tensor(x.value .> 0))
}

public func tanh(_ x: Node) -> Node {
  2 * sigmoid(2 * x) - 1
}

public func sigmoid(_ x: Node) -> Node {
  let y = 0.5 + 0.5 * tanh(0.5 * x.value)
  return Node(y, sources: [x]) { [$0 * (y * (1 - y))] }
}
