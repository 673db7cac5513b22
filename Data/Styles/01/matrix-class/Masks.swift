import Tensors

public func keepingHigh(_ x: Tensor, thresholds: Tensor) -> Tensor {
  var result: Tensor = Tensor(zerosLike: x);
  let rows: Int = x.shape[0];
  let columns: Int = x.shape[1];
  for row: Int in 0..<rows {
    let threshold: Double = thresholds[row];
    for column: Int in 0..<columns {
      let value: Double = x[row, column];
      if (value >= threshold) {
        result[row, column] = value;
      }
    }
  }
  return result;
}

public func oneHot(_ labels: [Int], classes: Int) -> Tensor {
  var result: Tensor = Tensor(zeros: [labels.count, classes]);
  for index: Int in 0..<labels.count {
    let label: Int = labels[index];
    if (label < 0 || label >= classes) {
      continue;
    }
    result[index, label] = 1.0;
  }
  return result;
}

public func accuracy(_ scores: Tensor, labels: [Int]) -> Double {
  var numberOfHits: Int = 0;
  for index: Int in 0..<labels.count {
    var bestClass: Int = 0;
    var bestScore: Double = scores[index, 0];
    for currentClass: Int in 0..<scores.shape[1] {
      if (scores[index, currentClass] > bestScore) {
        bestScore = scores[index, currentClass];
        bestClass = currentClass;
      }
    }
    if (bestClass == labels[index]) {
      numberOfHits += 1;
    }
  }
  return Double(numberOfHits) / Double(labels.count);
}
