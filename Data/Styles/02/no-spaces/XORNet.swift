import Tensors

public struct XORNet: Sendable {
  public var weights1: Tensor
  public var bias1: Tensor
  public var weights2: Tensor
  public var bias2: Tensor

  public init(weights1: Tensor, bias1: Tensor, weights2: Tensor, bias2: Tensor) {
    self.weights1 = weights1
    self.bias1 = bias1
    self.weights2 = weights2
    self.bias2 = bias2
  }

  public init(hidden: Int, using generator: inout some RandomNumberGenerator) {
    self.init(
      weights1: Tensor(normal: [2, hidden], using: &generator), bias1: Tensor(zeros: [hidden]),
      weights2: Tensor(normal: [hidden, 1], using: &generator), bias2: Tensor(zeros: [1]))
  }

  public func output(_ x: Tensor) -> Tensor {
    tanh(x.matmul(weights1) + bias1).matmul(weights2) + bias2
  }

  public func loss(_ x: Tensor, targets: Tensor) -> (loss: Double, gradients: XORNet) {
    let h=tanh(x.matmul(weights1)+bias1),e=h.matmul(weights2)+bias2-targets,n=Double(targets.shape[0])
    let u=(2/n)*e,t=u.matmul(weights2.transposed())*(1-h*h)
    return((e*e).mean(),.init(weights1:x.transposed().matmul(t),bias1:t.sum(along:0),weights2:h.transposed().matmul(u),bias2:u.sum(along:0)))
  }

  public mutating func train(
    on x: Tensor, targets: Tensor, learningRate: Double, steps: Int
  ) -> [Double] {
    (0..<steps).map{_ in let(l,g)=loss(x,targets:targets)
      weights1-=learningRate*g.weights1;bias1-=learningRate*g.bias1
      weights2-=learningRate*g.weights2;bias2-=learningRate*g.bias2
      return l}
  }
}
