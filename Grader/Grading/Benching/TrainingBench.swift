import Doorway
import Tensors

/// An epoch of the reference's two-layer network, by the matrix products in it.
public struct TrainingBench {
  private let workshop: Workshop
  private let rounds: Rounds

  private static let images = 5_000
  private static let (inputs, hidden, classes) = (3072, 200, 10)

  public init(
    _ exercise: Exercise, installation: Installation, rounds: Int
  ) throws(GraderError) {
    workshop = try Workshop(exercise, installation: installation)
    self.rounds = Rounds(count: rounds)
  }

  public func rows() throws -> [BenchRow] {
    try [64, 256].map { batch in
      // Making the images takes its time, too: two runs of different length tell it apart.
      var times = try rounds.medians {
        try train(epochs: 6, batch: batch)
      } limit: {
        for _ in 0..<5 { products(batch: batch) }
      }
      let short = try rounds.medians {
        try train(epochs: 1, batch: batch)
      } limit: {
      }
      times.ours = (times.ours - short.ours) / 5
      times.limit /= 5
      return BenchRow(
        "training",
        "epoch of \(Self.images) images, \(Self.inputs)-\(Self.hidden)-\(Self.classes), "
          + "batch \(batch)", times, limit: "its matrix products")
    }
  }

  private func train(epochs: Int, batch: Int) throws {
    let settings = TrainingSettings(
      validationImages: 1, hidden: [Self.hidden], weightDeviation: 0.01, rule: .momentum,
      learningRate: 1e-3, batchSize: batch, epochs: epochs, patience: .max, seed: 1)
    let training = Training(on: .synthetic(count: Self.images + 1, seed: 1), settings)
    _ = try workshop.subject(.reference, .training).ask(
      .networkTraining, [training], limits: .training)
  }

  /// Those of an epoch: each layer's forward, and its gradients at weights and inputs.
  private func products(batch: Int) {
    let layers = [(Self.inputs, Self.hidden), (Self.hidden, Self.classes)].map { d, m in
      let (x, w, dy) = ([batch, d], [d, m], [batch, m])
      return (zeros(x), zeros(w), zeros(dy))
    }
    for _ in 0..<(Self.images / batch) {
      for (x, w, dy) in layers {
        _ = x.matmul(w)
        _ = x.transposed().matmul(dy)
        _ = dy.matmul(w.transposed())
      }
    }
  }

  private func zeros(_ shape: [Int]) -> Tensor {
    Tensor(zeros: shape).converted(to: .float32)
  }
}
