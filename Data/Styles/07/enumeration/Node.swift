import Tensors

/// Each node knows by which operation it was made; one function knows all ways back.
public final class Node {
  public var value: Tensor
  private var made: Operation
  private var total: Tensor?

  indirect enum Operation {
    case given
    case one(Node, (Tensor) -> Tensor)
    case add(Node, Node), subtract(Node, Node), multiply(Node, Node), divide(Node, Node)
    case matmul(Node, Node)
    case concatenate([Node], Int)

    var sources: [Node] {
      switch self {
      case .given: []
      case .one(let a, _): [a]
      case .add(let a, let b), .subtract(let a, let b), .multiply(let a, let b),
        .divide(let a, let b), .matmul(let a, let b):
        [a, b]
      case .concatenate(let nodes, _): nodes
      }
    }

    func gradients(_ upstream: Tensor) -> [Tensor] {
      switch self {
      case .given: return []
      case .one(_, let way): return [way(upstream)]
      case .add(let a, let b):
        return [summed(upstream, to: a.value.shape), summed(upstream, to: b.value.shape)]
      case .subtract(let a, let b):
        return [summed(upstream, to: a.value.shape), summed(-upstream, to: b.value.shape)]
      case .multiply(let a, let b):
        return [
          summed(upstream * b.value, to: a.value.shape),
          summed(upstream * a.value, to: b.value.shape),
        ]
      case .divide(let a, let b):
        return [
          summed(upstream / b.value, to: a.value.shape),
          summed(-1 * upstream * a.value / (b.value * b.value), to: b.value.shape),
        ]
      case .matmul(let a, let b):
        return [
          upstream.matmul(b.value.transposed()), a.value.transposed().matmul(upstream),
        ]
      case .concatenate(let nodes, let axis):
        var order = Array(upstream.shape.indices)
        order.remove(at: axis)
        order.insert(axis, at: 0)
        var back = order
        for (i, axis) in order.enumerated() { back[axis] = i }
        let front = upstream.transposed(permuting: order)
        var first = 0
        var pieces: [Tensor] = []
        for node in nodes {
          let next = first + node.value.shape[axis]
          pieces.append(front[first..<next].transposed(permuting: back))
          first = next
        }
        return pieces
      }
    }
  }

  public convenience init(_ value: Tensor) { self.init(value, .given) }

  init(_ value: Tensor, _ made: Operation) {
    self.value = value
    self.made = made
  }

  public var gradient: Tensor { total ?? Tensor(zerosLike: value) }

  public func backward(_ upstream: Tensor) {
    let order = topologicalOrder(endingAt: self) { $0.made.sources }
    var places: [ObjectIdentifier: Int] = [:]
    for (place, node) in order.enumerated() { places[ObjectIdentifier(node)] = place }
    var arrived = [Tensor?](repeating: nil, count: order.count)
    arrived[order.count - 1] = upstream
    for place in order.indices.reversed() {
      guard let here = arrived[place] else { continue }
      let node = order[place]
      for (source, part) in zip(node.made.sources, node.made.gradients(here)) {
        let target = places[ObjectIdentifier(source)]!
        arrived[target] = arrived[target].map { $0 + part } ?? part
      }
    }
    for (node, part) in zip(order, arrived) {
      guard let part else { continue }
      node.total = node.total.map { $0 + part } ?? part
    }
  }

  public func backward() { backward(Tensor(onesLike: value)) }

  public func detached() -> Node { Node(value, .given) }

  public func clearGradient() { total = nil }

  deinit {
    var rest = made.sources
    made = .given
    while var node = rest.popLast() {
      if isKnownUniquelyReferenced(&node) {
        rest += node.made.sources
        node.made = .given
      }
    }
  }
}
