import Tensors

public func exp(_ x: Node) -> Node {
  Node(Tensors.exp(x.value), sources: [x]) { Tensors.exp(x.value).times($0) }
}

public func log(_ x: Node) -> Node {
  Node(Tensors.log(x.value), sources: [x]) { (1 / x.value).times($0) }
}

public func relu(_ x: Node) -> Node {
  Node(x.value * (x.value .> 0), sources: [x]) { Tensor(x.value .> 0).times($0) }
}

public func tanh(_ x: Node) -> Node {
  Node(Tensors.tanh(x.value), sources: [x]) {
    let y = Tensors.tanh(x.value)
    return (1 - y).times((1 + y) * $0)
  }
}

public func sigmoid(_ x: Node) -> Node {
  let small = Tensors.exp(-abs(x.value))
  let y = (1 / (1 + small)).replacing(with: small / (1 + small), where: x.value .< 0)
  return Node(y, sources: [x]) { [$0 * (y - y * y)] }
}

extension Tensor {
  fileprivate func times(_ upstream: Tensor) -> [Tensor] { [self * upstream] }
}
