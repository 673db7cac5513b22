import Tensors

/// The class of every pixel: that with the greatest logit, and of equal ones the first.
///
/// Of `logits` `[N, C, H, W]` the result has N · H · W classes: image by image, row by row.
public func foundClasses(in logits: Tensor) -> [Int] {
  // begin 10.18: One line. Along which axis?
  logits.argmax(along: 1)
  // end
}

/// How often pixels of each class were taken for each class, over a whole set of images.
///
/// All that is said of a segmentation is counted from this one table, however the images came in: the
/// mean of what is true of each batch is something else.
public struct ConfusionMatrix: Sendable, Equatable {
  /// `counts[right][found]`, C lists of C numbers: so many pixels of class `right` were taken for
  /// `found`.
  public private(set) var counts: [[Int]]

  public init(classes: Int) {
    counts = Array(repeating: Array(repeating: 0, count: classes), count: classes)
  }

  /// Counts some pixels more. Those whose label is `ignored` are not counted.
  ///
  /// | name     | shape    | meaning                                      |
  /// | -------- | -------- | -------------------------------------------- |
  /// | `found`  | M        | the class that each of M pixels was taken for |
  /// | `labels` | M        | the right one, or `ignored`                  |
  public mutating func add(found: [Int], labels: [Int], ignored: Int = -1) {
    // begin 10.19: What is a row of counts, and what a column?
    for (found, label) in zip(found, labels) where label != ignored {
      counts[label][found] += 1
    }
    // end
  }

  /// The share of the counted pixels that were taken for what they are; 0 where none was counted.
  public var pixelAccuracy: Double {
    // begin 10.20: Where in the table do the right ones stand?
    let all = counts.joined().reduce(0, +)
    let right = counts.indices.map { counts[$0][$0] }.reduce(0, +)
    return all == 0 ? 0 : Double(right) / Double(all)
    // end
  }

  /// Of each class the pixels that are of it and were taken for it (the intersection), divided by those
  /// that are of it or were taken for it (the union). `nil` for a class that is absent: whose union is
  /// empty.
  public var intersectionsOverUnions: [Double?] {
    // begin 10.21: A row and a column of the table have one number in common. Count it once.
    counts.indices.map { i in
      let union = counts[i].reduce(0, +) + counts.map { $0[i] }.reduce(0, +) - counts[i][i]
      return union == 0 ? nil : Double(counts[i][i]) / Double(union)
    }
    // end
  }

  /// The mean of the intersections over unions of all classes that are not absent; 0 where all are.
  public var meanIoU: Double {
    // begin 10.22: By how many is the sum divided?
    let present = intersectionsOverUnions.compactMap { $0 }
    return present.isEmpty ? 0 : present.reduce(0, +) / Double(present.count)
    // end
  }
}
