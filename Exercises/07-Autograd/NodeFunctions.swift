import Tensors

/// eˣ, entry by entry.
public func exp(_ x: Node) -> Node {
  // TODO: 7.18  The way back needs y alone.
  unfinished("7.18")
}

/// The natural logarithm, entry by entry, of what is above 0.
public func log(_ x: Node) -> Node {
  // TODO: 7.19  As 7.5.
  unfinished("7.19")
}

/// The greater of x and 0, entry by entry. At exactly 0 the gradient is 0.
public func relu(_ x: Node) -> Node {
  // TODO: 7.20  As in exercise 05.
  unfinished("7.20")
}

/// The hyperbolic tangent, entry by entry.
public func tanh(_ x: Node) -> Node {
  // TODO: 7.21  The slope is 1 - y².
  unfinished("7.21")
}

/// The logistic function 1 / (1 + e⁻ˣ), entry by entry.
public func sigmoid(_ x: Node) -> Node {
  // TODO: 7.22  The slope is y · (1 - y).
  unfinished("7.22")
}
