import Foundation
import Tensors

#if GRADUS_EDITOR
  import Exercise05
  import Exercise06

  /// Prints where the optimizers of exercise 06 lead, as JSON: by name, the parameters after each step.
  ///
  /// The file has the parameters, the gradients of each step, and the settings. `optimizers.py` writes
  /// it. The exercises are there where the package is built with `GRADUS_EDITOR=1`, and finished with
  /// `GRADUS_SOLUTIONS=1`.
  func printPaths(_ file: String) throws {
    let course = try JSONDecoder().decode(
      OptimizerPaths.self, from: Data(contentsOf: URL(fileURLWithPath: file)))
    let paths = course.optimizers.mapValues(course.path)
    print(String(decoding: try JSONEncoder().encode(paths), as: UTF8.self))
  }

  /// What all optimizers are given.
  private struct OptimizerPaths: Decodable {
    var start: [[Double]]
    var gradients: [[[Double]]]
    var rate: Double
    var momentum: Double
    var decay: Double
    var betas: [Double]
    var epsilon: Double
    var weightDecay: Double

    var optimizers: [String: any Optimizer] {
      [
        "nesterov": NesterovMomentum(learningRate: rate, momentum: momentum),
        "adagrad": Adagrad(learningRate: rate, epsilon: epsilon),
        "rmsprop": RMSProp(learningRate: rate, decay: decay, epsilon: epsilon),
        "adam": Exercise06.Adam(
          learningRate: rate, beta1: betas[0], beta2: betas[1], epsilon: epsilon),
        "adamw": AdamW(
          learningRate: rate, beta1: betas[0], beta2: betas[1], epsilon: epsilon,
          weightDecay: weightDecay),
        "lamb": LAMB(
          learningRate: rate, beta1: betas[0], beta2: betas[1], epsilon: epsilon,
          weightDecay: weightDecay),
      ]
    }

    func path(of optimizer: any Optimizer) -> [[[Double]]] {
      var (optimizer, parameters) = (optimizer, start.map { Tensor($0) })
      return gradients.map {
        optimizer.update(&parameters, along: $0.map { Tensor($0) })
        return parameters.map(\.scalars)
      }
    }
  }
#else
  func printPaths(_ file: String) throws {
    throw CocoaError(.featureUnsupported)
  }
#endif
