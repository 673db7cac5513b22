/// How a network of exercise 05 goes downhill.
public struct Descent: Codable, Sendable, Equatable {
  public var learningRate: Double
  public var momentum: Double

  public init(learningRate: Double, momentum: Double = 0) {
    self.learningRate = learningRate
    self.momentum = momentum
  }
}

extension Question where Input == OptimizerRun<Descent>, Reply == OptimizerTrace {
  public static var sgd: Self { Self("05.sgd") }
  public static var momentum: Self { Self("05.momentum") }
}
