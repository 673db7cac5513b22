import Tensors

/// The class of every pixel: that with the greatest logit, and of equal ones the first.
///
/// Of `logits` `[N, C, H, W]` the result has N · H · W classes: image by image, row by row.
public func foundClasses(in logits: Tensor) -> [Int] {
  // TODO: 10.18  One line. Along which axis?
  unfinished("10.18")
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
    // TODO: 10.19  What is a row of counts, and what a column?
    unfinished("10.19")
  }

  /// The share of the counted pixels that were taken for what they are; 0 where none was counted.
  public var pixelAccuracy: Double {
    // TODO: 10.20  Where in the table do the right ones stand?
    unfinished("10.20")
  }

  /// Of each class the pixels that are of it and were taken for it (the intersection), divided by those
  /// that are of it or were taken for it (the union). `nil` for a class that is absent: whose union is
  /// empty.
  public var intersectionsOverUnions: [Double?] {
    // TODO: 10.21  A row and a column of the table have one number in common. Count it once.
    unfinished("10.21")
  }

  /// The mean of the intersections over unions of all classes that are not absent; 0 where all are.
  public var meanIoU: Double {
    // TODO: 10.22  By how many is the sum divided?
    unfinished("10.22")
  }
}
