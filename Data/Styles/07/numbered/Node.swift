import Tensors

/// Nodes are numbered as they are made: a source always has a smaller number than what is made of
/// it, so whoever goes through the numbers downwards needs no order of its own.
public final class Node {
  public var value: Tensor
  private let number: Int
  private var inputs: [Node]
  private var way: ((Tensor) -> [Tensor])?
  private var total: Tensor

  private nonisolated(unsafe) static var count = 0

  public init(_ value: Tensor) {
    self.value = value
    (inputs, way) = ([], nil)
    total = Tensor(zerosLike: value)
    Node.count += 1
    number = Node.count
  }

  init(_ value: Tensor, sources: [Node], passBack: @escaping (Tensor) -> [Tensor]) {
    self.value = value
    (inputs, way) = (sources, passBack)
    total = Tensor(zerosLike: value)
    Node.count += 1
    number = Node.count
  }

  public var gradient: Tensor { total }

  public func backward(_ upstream: Tensor) {
    var members = [self]
    var seen: Set = [number]
    var next = 0
    while next < members.count {
      for input in members[next].inputs where seen.insert(input.number).inserted {
        members.append(input)
      }
      next += 1
    }
    members.sort { $0.number > $1.number }
    var arrived = [number: upstream]
    for member in members {
      let upstream = arrived[member.number]!
      member.total += upstream
      guard let way = member.way else { continue }
      for (input, part) in zip(member.inputs, way(upstream)) {
        if let before = arrived[input.number] {
          arrived[input.number] = before + part
        } else {
          arrived[input.number] = part
        }
      }
    }
  }

  public func backward() { backward(Tensor(onesLike: value)) }

  public func detached() -> Node {
    Node(value)
  }

  public func clearGradient() { total = Tensor(zerosLike: value) }

  deinit {
    var rest = inputs
    (inputs, way) = ([], nil)
    while var node = rest.popLast() {
      if isKnownUniquelyReferenced(&node) {
        rest.append(contentsOf: node.inputs)
        (node.inputs, node.way) = ([], nil)
      }
    }
  }
}
