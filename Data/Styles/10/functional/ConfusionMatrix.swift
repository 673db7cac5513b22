import Tensors

public func foundClasses(in logits: Tensor) -> [Int] {
  Array(logits.argmax(along: 1))
}

public struct ConfusionMatrix: Sendable, Equatable {
  public private(set) var counts: [[Int]]

  public init(classes: Int) {
    counts = Array(repeating: Array(repeating: 0, count: classes), count: classes)
  }

  public mutating func add(found: [Int], labels: [Int], ignored: Int = -1) {
    counts = zip(labels, found).filter { $0.0 != ignored }.reduce(into: counts) {
      $0[$1.0][$1.1] += 1
    }
  }

  public var pixelAccuracy: Double {
    let all = counts.flatMap { $0 }.reduce(0, +)
    let right = counts.enumerated().reduce(0) { $0 + $1.element[$1.offset] }
    return Double(right) / Double(max(all, 1))
  }

  public var intersectionsOverUnions: [Double?] {
    counts.enumerated().map { i, row in
      let all = row.reduce(0, +) + counts.reduce(0) { $0 + $1[i] }
      return all > 0 ? Double(row[i]) / Double(all - row[i]) : nil
    }
  }

  public var meanIoU: Double {
    let present = intersectionsOverUnions.filter { $0 != nil }.map { $0! }
    return present.reduce(0) { $0 + $1 / Double(present.count) }
  }
}
