import Tensors

public struct ReLU: Layer {
  public init() {}

  public func forward(_ x: Tensor) -> (output: Tensor, cache: Tensor) {
    let y = mapEntries(of: x) { $0 > 0 ? $0 : 0 }
    return (output: y, cache: y)
  }

  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    var dx = upstream.reshaped(to: [upstream.count])
    let y = cache.reshaped(to: [cache.count])
    for i in 0..<dx.count where y[i] == 0 {
      dx[i] = 0
    }
    return dx.reshaped(to: upstream.shape)
  }
}
