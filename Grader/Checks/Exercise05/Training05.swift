import Doorway
import Grading
import Tensors

/// How the network of exercise 05 is trained.
struct Training05: ExerciseTraining {
  let trains = Question<Training<Settings05>, TrainingCurve>.networkTraining
  let predicts = Question<UnlabeledImages, Predictions>.networkPredictions

  /// What makes a two-layer network train well: on CIFAR-10 in some minutes, on the synthetic set
  /// in seconds.
  func settings(for data: TrainingData, seed: UInt64) -> Settings05 {
    data.isReal
      ? Settings05(
        validationImages: 5000, hidden: [256], weightDeviation: 0.01, regularization: 5e-4,
        rule: .momentum, learningRate: 1e-3, batchSize: 100, epochs: 12, patience: 3, seed: seed)
      : Settings05(
        validationImages: 200, hidden: [50], weightDeviation: 0.01, regularization: 1e-4,
        rule: .momentum, learningRate: 1e-2, batchSize: 50, epochs: 5, patience: 3, seed: seed)
  }

  /// 48 % on CIFAR-10, as the original course asks.
  func threshold(on data: TrainingData) -> Double {
    data.isReal ? 0.48 : 0.6
  }

  /// Epochs of a network with one hidden layer, by the matrix products in them: each layer's forward,
  /// and its gradients at weights and inputs.
  var benches: [EpochBench<Settings05>] {
    let (images, inputs, hidden, classes) = (5_000, 3072, 200, 10)
    return [64, 256].map { batch in
      let settings = Settings05(
        validationImages: 1, hidden: [hidden], weightDeviation: 0.01, rule: .momentum,
        learningRate: 1e-3, batchSize: batch, epochs: 1, patience: .max, seed: 1)
      let layers = [(inputs, hidden), (hidden, classes)].map { d, m in
        (zeros([batch, d]), zeros([d, m]), zeros([batch, m]))
      }
      return EpochBench(
        "epoch of \(images) images, \(inputs)-\(hidden)-\(classes), batch \(batch)",
        on: .synthetic(count: images + 1, seed: 1), settings, limitName: "its matrix products"
      ) {
        for _ in 0..<(images / batch) {
          for (x, w, dy) in layers {
            _ = x.matmul(w)
            _ = x.transposed().matmul(dy)
            _ = dy.matmul(w.transposed())
          }
        }
      }
    }
  }

  private func zeros(_ shape: [Int]) -> Tensor {
    Tensor(zeros: shape).converted(to: .float32)
  }
}
