import Tensors

extension Question where Input == LayerRun<NetInput>, Reply == LayerTrace<Tensor, NetGradients> {
  /// The logits, `[N, C]`, and the way back to the parameters. The activation that is given is one of
  /// ours, x · sigmoid(x), made of the student's nodes.
  public static var graphLogits: Self { Self("07.net.logits") }
}

extension Question where Input == LayerRun<NetInput>, Reply == LayerTrace<Double, NetGradients> {
  public static var graphLoss: Self { Self("07.net.loss") }
}

extension Question where Input == NetInput, Reply == Tensor {
  /// The value of the loss, in the shape of its node.
  public static var graphLossNode: Self { Self("07.net.lossNode") }
}

/// Networks that take steps in turn, each on a batch of its own at every step.
public struct GraphSteps: Codable, Sendable, Titled {
  /// A step's batch; its parameters are those of the network before the first step.
  public var courses: [[NetInput]]
  public var descents: [Descent]

  /// Before which steps somebody else goes back through a loss of the same network.
  public var disturbed: [Int]

  /// Before which steps somebody else halves all parameters.
  public var moved: [Int]

  public init(
    _ courses: [[NetInput]], _ descents: [Descent], disturbed: [Int] = [], moved: [Int] = []
  ) {
    self.courses = courses
    self.descents = descents
    self.disturbed = disturbed
    self.moved = moved
  }

  public var title: String? {
    courses[0][0].title.map { "\(counted(courses[0].count, "step")) of \($0)" }
  }
}

extension GraphSteps: Shown {
  /// What the first step of the first network begins with.
  public var shown: [Part] { courses[0][0].differentiable + courses[0][0].others }
}

/// The losses that the steps of each network returned, and its parameters after each.
public struct GraphCourse: Answer {
  public var losses: [[Double]]
  public var parameters: [[[Tensor]]]

  public init(losses: [[Double]], parameters: [[[Tensor]]]) {
    self.losses = losses
    self.parameters = parameters
  }

  public var parts: [Part] {
    losses.map { Part("the losses", Tensor($0)) }
      + parameters.flatMap { $0.enumerated() }.flatMap { step, tensors in
        NetParameters(tensors).parts.map { Part("\($0.name) after step \(step + 1)", $0.value) }
      }
  }
}

extension Question where Input == GraphSteps, Reply == GraphCourse {
  public static var graphSteps: Self { Self("07.net.step") }
}

extension Question where Input == Training<Settings05>, Reply == TrainingCurve {
  /// Trains a network and keeps it for `graphPredictions`. Validation that brings nothing new does
  /// not end it.
  public static var graphTraining: Self { Self("07.network.train") }
}

extension Question where Input == UnlabeledImages, Reply == Predictions {
  public static var graphPredictions: Self { Self("07.network.predict") }
}

extension Question where Input == UnlabeledImages, Reply == Tensor {
  public static var trainedLogits: Self { Self("07.network.logits") }
}
