import Tensors

/// The softmax of the logits and the cross-entropy of the labels, in one step.
///
///     p[n, c] = e^logits[n, c] / Σ e^logits[n, ·]         loss = -1/N · Σ log p[n, label n]
///
/// In one step, because the logarithm takes back what the exponential did: apart, `e^1000` is
/// infinite and `log 0` is not far behind.
///
/// | name     | shape    | meaning                                   |
/// | -------- | -------- | ----------------------------------------- |
/// | `logits` | `[N, C]` | a score for each of C classes, any number |
/// | `labels` | N        | the right classes, 0 ..< C                |
/// | `loss`   | a number | the mean over the N samples               |
public struct CrossEntropyFromLogits: Sendable {
  public init() {}

  /// Returns the loss, and in `cache` whatever `backward` will need.
  public func forward(_ logits: Tensor, labels: [Int]) -> (loss: Double, cache: Tensor) {
    var sumOfLosses: Double = 0.0
    for (sampleIndex, label) in labels.enumerated() {
      let statistics: RowStatistics = RowStatistics(values: logits.row(sampleIndex).scalars)
      sumOfLosses = sumOfLosses + statistics.getLoss(forLabel: label)
    }
    return (loss: sumOfLosses / Double(labels.count), cache: logits)
  }

  /// Returns the gradient of the loss at the logits, `[N, C]`.
  public func backward(cache: Tensor, labels: [Int]) -> Tensor {
    let numberOfSamples: Int = cache.shape[0]
    let numberOfClasses: Int = cache.shape[1]
    var gradient: Tensor = Tensor(zerosLike: cache)
    for sampleIndex in 0..<numberOfSamples {
      let statistics: RowStatistics = RowStatistics(values: cache.row(sampleIndex).scalars)
      for classIndex in 0..<numberOfClasses {
        var difference: Double = statistics.getProbability(ofClass: classIndex)
        if classIndex == labels[sampleIndex] {
          difference = difference - 1.0
        }
        gradient[sampleIndex, classIndex] = difference / Double(numberOfSamples)
      }
    }
    return gradient
  }

  private struct RowStatistics {
    private let values: [Double]
    private let maximum: Double
    private let sumOfExponentials: Double

    init(values: [Double]) {
      self.values = values
      let maximum: Double = values.max() ?? 0.0
      var sum: Double = 0.0
      for value in values {
        sum = sum + exp(value - maximum)
      }
      self.maximum = maximum
      self.sumOfExponentials = sum
    }

    func getProbability(ofClass index: Int) -> Double {
      return exp(self.values[index] - self.maximum) / self.sumOfExponentials
    }

    func getLoss(forLabel label: Int) -> Double {
      return -(self.values[label] - self.maximum - log(self.sumOfExponentials))
    }
  }
}
