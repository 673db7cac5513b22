import Tensors

/// Only x is kept; all else is computed once more.
public struct FeedForward: Parameterized {
  public var expanding: Linear
  public var reducing: Linear

  public struct Cache: Sendable {
    var x: Tensor

    var sums: Tensor
    var hidden: Tensor
  }

  public init(width: Int, hidden: Int, using generator: inout some RandomNumberGenerator) {
    expanding = Linear(inputs: width, outputs: hidden, using: &generator)
    reducing = Linear(inputs: hidden, outputs: width, using: &generator)
  }

  public var parameters: [Tensor] {
    get { expanding.parameters + reducing.parameters }
    set {
      var rest = newValue[...]
      expanding.take(from: &rest)
      reducing.take(from: &rest)
    }
  }

  public func forward(_ x: Tensor) -> (output: Tensor, cache: Cache) {
    let a = expanding.forward(x)
    return (reducing.forward(a * sigmoid(a)), Cache(x: x, sums: a, hidden: a))
  }

  public func backward(_ upstream: Tensor, cache: Cache) -> (x: Tensor, parameters: [Tensor]) {
    let a = expanding.forward(cache.x)
    let s = sigmoid(a)
    let (dh, second) = reducing.backward(upstream, x: a * s)
    let (dx, first) = expanding.backward(dh * (s + a * s * (1 - s)), x: cache.x)
    return (dx, first + second)
  }
}

private func sigmoid(_ a: Tensor) -> Tensor { 0.5 * (1 + tanh(0.5 * a)) }
