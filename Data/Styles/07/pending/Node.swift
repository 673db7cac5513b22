import Tensors

/// What is under way is kept in the nodes themselves, and taken out as they pass it on.
public final class Node: Vertex {
  public var value: Tensor
  private(set) var sources: [Node]
  private(set) var passBack: (Tensor) -> [Tensor]
  private var underWay: Tensor?
  public private(set) var gradient: Tensor

  public convenience init(_ value: Tensor) {
    self.init(value, sources: []) { _ in [] }
  }

  init(_ value: Tensor, sources: [Node], passBack: @escaping (Tensor) -> [Tensor]) {
    self.value = value
    self.sources = sources
    self.passBack = passBack
    gradient = Tensor(zerosLike: value)
  }

  public func backward(_ upstream: Tensor) {
    underWay = upstream
    var order = topologicalOrder(endingAt: self) { $0.sources }
    while let node = order.popLast() {
      guard let arrived = node.underWay else { continue }
      node.underWay = nil
      node.gradient += arrived
      let parts = node.passBack(arrived)
      for i in parts.indices { node.sources[i].receive(parts[i]) }
    }
  }

  private func receive(_ part: Tensor) {
    guard let before = underWay else {
      underWay = part
      return
    }
    underWay = before + part
  }

  public func backward() { backward(Tensor(onesLike: value)) }

  public func detached() -> Node {
    Node(value, sources: []) { _ in [] }
  }

  public func clearGradient() { gradient *= 0 }

  func forget() {
    sources = []
    passBack = { _ in [] }
  }

  deinit { takeApart() }
}
