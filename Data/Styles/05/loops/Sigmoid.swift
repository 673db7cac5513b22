import Foundation
import Tensors

public struct Sigmoid: Layer {
  public init() {}

  public func forward(_ x: Tensor) -> (output: Tensor, cache: Tensor) {
    (mapEntries(of: x) { 1 / (1 + Foundation.exp(-$0)) }, x)
  }

  // Numerically the same as y(1 - y), computed anew from x.
  public func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    let slope = mapEntries(of: cache) { x in
      let e = Foundation.exp(-Swift.abs(x))
      return e / ((1 + e) * (1 + e))
    }
    return upstream * slope
  }
}

func mapEntries(of x: Tensor, _ f: (Double) -> Double) -> Tensor {
  var y = x.reshaped(to: [x.count])
  for i in 0..<y.count { y[i] = f(y[i]) }
  return y.reshaped(to: x.shape)
}
