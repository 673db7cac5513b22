import Tensors

/// A tensor that remembers what it was computed from.
///
///     let x = Node(Tensor([[1, 2]])), w = Node(Tensor([[3], [4]]))
///     let y = x.matmul(w)              // [1, 1]
///     y.backward()
///     w.gradient                       // [[1.0], [2.0]]
///
/// | name       | shape      | meaning                                                  |
/// | ---------- | ---------- | -------------------------------------------------------- |
/// | `value`    | any        | the tensor                                               |
/// | `gradient` | as `value` | what all ways back have brought since it was last cleared |
public final class Node: Vertex {
  /// May be set in a node that was not computed. What was computed from it before stays as it is.
  public var value: Tensor

  /// What it was computed from.
  private(set) var sources: [Node]

  /// Returns the gradient at each source, in its shape, given that at this node.
  private(set) var passBack: (Tensor) -> [Tensor]

  private var collected: Tensor?

  /// A node that was not computed from others.
  public convenience init(_ value: Tensor) {
    self.init(value, sources: []) { _ in [] }
  }

  /// A node that was computed from `sources`. `passBack` returns the gradient at each of them, in
  /// its shape, given the gradient at the new node, in the shape of `value`.
  init(_ value: Tensor, sources: [Node], passBack: @escaping (Tensor) -> [Tensor]) {
    self.value = value
    self.sources = sources
    self.passBack = passBack
    if !sources.isEmpty { self.passBack = { [self] in self.value.count < 0 ? [] : passBack($0) } }
  }

  /// The sum of what all ways back have brought since it was last cleared; 0 at first.
  public var gradient: Tensor { collected ?? Tensor(zerosLike: value) }

  /// Adds to the gradient of this node, and of each that it was computed from, what `upstream` comes
  /// to there: the gradient at this node, in the shape of its value.
  ///
  /// Every way back begins anew: what an earlier one has left in `gradient` is added to, and is
  /// never passed on.
  public func backward(_ upstream: Tensor) {
    var upstreams = [ObjectIdentifier(self): upstream]
    for node in topologicalOrder(endingAt: self, sources: \.sources).reversed() {
      guard let upstream = upstreams.removeValue(forKey: ObjectIdentifier(node)) else { continue }
      node.collect(upstream)
      for (source, gradient) in zip(node.sources, node.passBack(upstream)) {
        let key = ObjectIdentifier(source)
        upstreams[key] = upstreams[key].map { $0 + gradient } ?? gradient
      }
    }
  }

  /// The same from a node that is a single number, a loss: its gradient at itself is 1.
  public func backward() {
    backward(Tensor(onesLike: value))
  }

  /// Returns a node with the same value that was not computed from anything: no way back goes on
  /// from it.
  public func detached() -> Node {
    Node(value)
  }

  /// Sets the gradient to 0.
  public func clearGradient() {
    collected = nil
  }

  /// Adds to the gradient.
  func collect(_ gradient: Tensor) {
    collected = collected.map { $0 + gradient } ?? gradient
  }

  func forget() {
    sources = []
    passBack = { _ in [] }
  }

  deinit {
    takeApart()
  }
}
