import Tensors

public func foundClasses(in logits: Tensor) -> [Int] {
  var found: [Int] = []
  for n in 0..<logits.shape[0] {
    for i in 0..<logits.shape[2] {
      for j in 0..<logits.shape[3] {
        var best = 0
        for c in 1..<max(logits.shape[1], 1) where logits[n, c, i, j] > logits[n, best, i, j] {
          best = c
        }
        found.append(best)
      }
    }
  }
  return found
}

public struct ConfusionMatrix: Sendable, Equatable {
  public private(set) var counts: [[Int]]

  public init(classes: Int) {
    counts = Array(repeating: Array(repeating: 0, count: classes), count: classes)
  }

  public mutating func add(found: [Int], labels: [Int], ignored: Int = -1) {
    for i in 0..<labels.count {
      if labels[i] == ignored { continue }
      counts[labels[i]][found[i]] = counts[labels[i]][found[i]] + 1
    }
  }

  public var pixelAccuracy: Double {
    var (right, all) = (0, 0)
    for i in 0..<counts.count {
      right += counts[i][i]
      for j in 0..<counts.count { all += counts[i][j] }
    }
    if all == 0 { return 0 }
    return Double(right) / Double(all)
  }

  public var intersectionsOverUnions: [Double?] {
    var shares: [Double?] = []
    for i in 0..<counts.count {
      var union = -counts[i][i]
      for j in 0..<counts.count { union += counts[i][j] + counts[j][i] }
      if union == 0 {
        shares.append(nil)
      } else {
        shares.append(Double(counts[i][i]) / Double(union))
      }
    }
    return shares
  }

  public var meanIoU: Double {
    var (sum, present) = (0.0, 0)
    for share in intersectionsOverUnions {
      if let share {
        sum += share
        present += 1
      }
    }
    return present == 0 ? 0 : sum / Double(present)
  }
}
