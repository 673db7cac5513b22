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
  var split = Split(training: [], validation: [], test: [])
  let keys = labels.indices.map { _ in generator.next() }
  let order = labels.indices.sorted { keys[$0] < keys[$1] }
  for label in stratified ? Array(Set(labels)).sorted() : [-1] {
    let own = order.filter { !stratified || labels[$0] == label }
    let first = Int((Double(own.count) * validation).rounded(.up))
    let second = min(first + Int((Double(own.count) * test).rounded()), own.count)
    split.validation.append(contentsOf: own[..<first])
    split.test.append(contentsOf: own[first..<second])
    split.training.append(contentsOf: own[second...])
  }
  split.training.shuffle(using: &generator)
  return split
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
  var order = Array(labels.indices)
  order.shuffle(using: &generator)
  if stratified {
    let byClass = Dictionary(grouping: order) { labels[$0] }
    order = byClass.keys.sorted().flatMap { byClass[$0] ?? [] }
  }
  var folds: [Fold] = []
  for fold in 0..<count {
    let isPutAside = { (place: Int) in place % count == count - 1 - fold }
    folds.append(
      Fold(
        training: order.indices.filter { !isPutAside($0) }.map { order[$0] },
        validation: order.indices.filter(isPutAside).map { order[$0] }))
  }
  return folds
}
