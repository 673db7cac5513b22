import Doorway
import Grading
import Tensors

/// How the network that is built on the graph of exercise 07 is trained.
struct Training07: ExerciseTraining {
  let trains = Question<Training<Settings05>, TrainingCurve>.graphTraining
  let predicts = Question<UnlabeledImages, Predictions>.graphPredictions

  /// Those of exercise 05, with a wider layer.
  func settings(for data: TrainingData, seed: UInt64) -> Settings05 {
    data.isReal
      ? Settings05(
        validationImages: 5000, hidden: [512], weightDeviation: 0.01, regularization: 1e-3,
        rule: .momentum, learningRate: 2e-3, batchSize: 100, epochs: 10, patience: .max, seed: seed)
      : Settings05(
        validationImages: 200, hidden: [50], weightDeviation: 0.01, regularization: 1e-4,
        rule: .momentum, learningRate: 1e-2, batchSize: 50, epochs: 5, patience: .max, seed: seed)
  }

  func threshold(on data: TrainingData) -> Double {
    data.isReal ? 0.5 : 0.6
  }

  /// An epoch on the graph, by the matrix products in it.
  var benches: [EpochBench<Settings05>] {
    let (images, inputs, hidden, classes, batch) = (5_000, 3072, 200, 10, 64)
    let settings = Settings05(
      validationImages: 1, hidden: [hidden], weightDeviation: 0.01, rule: .momentum,
      learningRate: 1e-3, batchSize: batch, epochs: 1, patience: .max, seed: 1)
    let layers = [(inputs, hidden), (hidden, classes)].map { d, m in
      (zeros([batch, d]), zeros([d, m]), zeros([batch, m]))
    }
    return [
      EpochBench(
        "epoch of \(images) images on a graph, \(inputs)-\(hidden)-\(classes), batch \(batch)",
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
    ]
  }

  private func zeros(_ shape: [Int]) -> Tensor {
    Tensor(zeros: shape).converted(to: .float32)
  }
}
