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
  let all = Array(labels.indices)
  let classes = Set(labels).sorted()
  for group in stratified ? classes.map({ label in all.filter { labels[$0] == label } }) : [all] {
    let order = group.shuffled(using: &generator)
    let testCount = Int((Double(order.count) * test).rounded())
    let validationCount = Int((Double(order.count) * validation).rounded())
    split.test += order.prefix(testCount)
    split.validation += order.dropFirst(testCount).prefix(validationCount)
    split.training += order.dropFirst(testCount + validationCount)
  }
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
  var shuffled = Array(labels.indices)
  shuffled.shuffle(using: &generator)
  var places = [[Int]](repeating: [], count: count)
  var next = 0
  for label in stratified ? Set(labels).sorted() : [0] {
    for index in shuffled where !stratified || labels[index] == label {
      places[next].append(index)
      next = (next + 1) % count
    }
  }
  return places.indices.map { fold in
    var rest = places
    let own = rest.remove(at: fold)
    return Fold(training: rest.reduce([], +), validation: own)
  }
}
