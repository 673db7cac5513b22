import Tensors

/// eˣ, entry by entry.
public func exp(_ x: Node) -> Node {
  let y = exp(x.value)
  return Node(y, sources: [x]) { [$0 * y] }
}

/// The natural logarithm, entry by entry, of what is above 0.
public func log(_ x: Node) -> Node {
  let x0 = x.value
  return Node(log(x0), sources: [x]) { [$0 / x0] }
}

/// The greater of x and 0, entry by entry. At exactly 0 the gradient is 0.
public func relu(_ x: Node) -> Node {
  let x0 = x.value
  return Node(max(x0, 0), sources: [x]) { [$0.replacing(with: 0, where: x0 .<= 0)] }
}

/// The hyperbolic tangent, entry by entry.
public func tanh(_ x: Node) -> Node {
  let y = tanh(x.value)
  return Node(y, sources: [x]) { [$0 * (1 - y * y)] }
}

/// The logistic function 1 / (1 + e⁻ˣ), entry by entry.
public func sigmoid(_ x: Node) -> Node {
  let y = 1 / (1 + exp(-x.value))
  return Node(y, sources: [x]) { [$0 * y * (1 - y)] }
}
