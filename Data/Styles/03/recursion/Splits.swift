import Tensors

/// The numbers of the samples to train on, to choose by, and to measure with in the end.
public struct Split: Sendable, Equatable {
  public var training: [Int]
  public var validation: [Int]
  public var test: [Int]

  public init(training: [Int], validation: [Int], test: [Int]) {
    self.training = training
    self.validation = validation
    self.test = test
  }
}

/// One of k ways to put a k-th of the samples aside.
public struct Fold: Sendable, Equatable {
  public var training: [Int]
  public var validation: [Int]

  public init(training: [Int], validation: [Int]) {
    self.training = training
    self.validation = validation
  }
}

/// Parts the numbers 0 ..< N of N samples at random.
///
/// `validation` and `test` are fractions of N. Neither part has a whole sample more or less than its
/// fraction; training is the rest. `stratified` asks the same of the samples of each class for
/// themselves, so that every part has the classes in the same shares.
public func split(
  _ labels: [Int], validation: Double, test: Double, stratified: Bool = false,
  using generator: inout some RandomNumberGenerator
) -> Split {
  if stratified {
    var split = Split(training: [], validation: [], test: [])
    for label in Set(labels).sorted() {
      let own = labels.indices.filter { labels[$0] == label }
      let part = Exercise03.split(
        own.map { _ in 0 }, validation: validation, test: test, using: &generator)
      split.training += part.training.map { own[$0] }
      split.validation += part.validation.map { own[$0] }
      split.test += part.test.map { own[$0] }
    }
    return split
  }
  let order = labels.indices.shuffled(using: &generator)
  let a = Int((test * Double(order.count)).rounded(.toNearestOrEven))
  let b = min(
    order.count, a + Int((validation * Double(order.count)).rounded(.toNearestOrEven)))
  return Split(
    training: Array(order[b...]), validation: Array(order[a..<b]), test: Array(order[..<a]))
}

/// Parts the numbers 0 ..< N of N samples at random into `count` folds: each number is in the
/// validation part of one fold, and in the training part of all others.
///
/// No two validation parts differ by more than one sample. `stratified` asks the same of each class
/// besides.
public func folds(
  _ labels: [Int], count: Int, stratified: Bool = false,
  using generator: inout some RandomNumberGenerator
) -> [Fold] {
  var order = labels.indices.shuffled(using: &generator)
  if stratified { order.sort { labels[$0] < labels[$1] } }
  var folds = [Fold](repeating: Fold(training: [], validation: []), count: count)
  for (position, index) in order.enumerated() {
    for fold in folds.indices {
      if fold == position % count {
        folds[fold].validation.append(index)
      } else {
        folds[fold].training.append(index)
      }
    }
  }
  return folds
}
