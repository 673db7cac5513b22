import Doorway
import Tensors

/// An epoch of a training run that `grader bench` measures, by what its machine could do at best.
public struct EpochBench<Settings: TrainingSettings>: Sendable {
  /// "epoch of 5000 images, 3072-200-10, batch 64".
  public var name: String
  public var source: ImageSource
  public var settings: Settings

  /// What cannot be had for less, and what that is called.
  public var limit: @Sendable () -> Void
  public var limitName: String

  public init(
    _ name: String, on source: ImageSource, _ settings: Settings, limitName: String,
    limit: @escaping @Sendable () -> Void
  ) {
    self.name = name
    self.source = source
    self.settings = settings
    self.limitName = limitName
    self.limit = limit
  }

  /// An epoch of a network of affine layers, `sizes`, by the matrix products in them: each layer's
  /// forward, and its gradients at weights and inputs.
  public static func ofAffineLayers(
    _ what: String, sizes: [Int], images: Int, batch: Int, _ settings: Settings
  ) -> EpochBench {
    let layers = zip(sizes, sizes.dropFirst()).map { d, m in
      [[batch, d], [d, m], [batch, m]].map { Tensor(zeros: $0).converted(to: .float32) }
    }
    let widths = sizes.map(String.init).joined(separator: "-")
    return EpochBench(
      "\(what) of \(images) images, \(widths), batch \(batch)",
      on: .synthetic(count: images + 1, seed: 1), settings, limitName: "its matrix products"
    ) {
      for _ in 0..<(images / batch) {
        for layer in layers {
          let (x, w, dy) = (layer[0], layer[1], layer[2])
          _ = x.matmul(w)
          _ = x.transposed().matmul(dy)
          _ = dy.matmul(w.transposed())
        }
      }
    }
  }

  /// Making the images takes its time, too: two runs of different length tell it apart.
  func row(
    _ trains: Question<Training<Settings>, TrainingCurve>, workshop: Workshop, rounds: Rounds
  ) throws -> BenchRow {
    func train(epochs: Int) throws {
      var settings = settings
      settings.epochs = epochs
      _ = try workshop.subject(.reference, .training).ask(
        trains, [Training(on: source, settings)], limits: .training)
    }
    var times = try rounds.medians {
      try train(epochs: 6)
    } limit: {
      for _ in 0..<5 { limit() }
    }
    let short = try rounds.medians {
      try train(epochs: 1)
    } limit: {
    }
    times.ours = (times.ours - short.ours) / 5
    times.limit /= 5
    return BenchRow("training", name, times, limit: limitName)
  }
}

extension ExerciseTraining {
  public func benchRows(workshop: Workshop, rounds: Rounds) throws -> [BenchRow] {
    try benches.map { try $0.row(trains, workshop: workshop, rounds: rounds) }
  }
}
