import Tensors

public func foundClasses(in logits: Tensor) -> [Int] {
  logits.argmax(along: 1)
}

public struct ConfusionMatrix: Sendable, Equatable {
  private let classes: Int
  private var flat: [Int]

  public var counts: [[Int]] {
    (0..<classes).map { Array(flat[$0 * classes..<($0 + 1) * classes]) }
  }

  public init(classes: Int) {
    self.classes = classes
    flat = Array(repeating: 0, count: classes * classes)
  }

  public mutating func add(found: [Int], labels: [Int], ignored: Int = -1) {
    var flat = self.flat
    for i in labels.indices where labels[i] != ignored {
      flat[labels[i] * classes + found[i]] += 1
    }
    self.flat = flat
  }

  public var pixelAccuracy: Double {
    var right = 0
    for i in stride(from: 0, to: flat.count, by: classes + 1) { right += flat[i] }
    let all = flat.reduce(0, +)
    guard all > 0 else { return 0 }
    return Double(right) / Double(all)
  }

  public var intersectionsOverUnions: [Double?] {
    let table = Tensor(flat).reshaped(to: [classes, classes])
    let (rows, columns) = (table.sum(along: 1), table.sum(along: 0))
    return (0..<classes).map { i in
      let union = rows[i] + columns[i] - table[i, i]
      return union > 0 ? table[i, i] / union : nil
    }
  }

  public var meanIoU: Double {
    let present = intersectionsOverUnions.compactMap { $0 }
    return present.isEmpty ? 0 : present.reduce(0, +) / Double(present.count)
  }
}
