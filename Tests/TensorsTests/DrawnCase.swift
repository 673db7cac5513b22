import Tensors

/// One tensor, views of views of it, and one thing asked of the last: all of it drawn from numbers,
/// so that any of them can be made smaller.
struct DrawnCase: CustomStringConvertible {
  var shape: [Int]
  var type: ElementType
  var kind: EntryKind
  var views: [DrawnView]
  /// Whether the tensors that the views were made from are still held, so that nothing may be
  /// written where they are.
  var isShared: Bool
  let property: Property
  let seed: UInt64

  /// Case `number` of a series.
  init(number: UInt64, series: UInt64) {
    var generator = SeededGenerator(seed: series &* 1_000_003 &+ number)
    let rank = generator.number(0...4)
    var shape: [Int] = []
    // What crosses the blocks of kernels: tiles of 12 rows and 32 or 48 columns, sums of 32, 2048 and
    // 4096 entries, products of 512 steps, and what is shared among threads.
    let long = [33, 49, 97, 130, 257, 513, 1030, 2049, 4097, 9000]
    for _ in 0..<rank {
      let count =
        generator.chance(6)
        ? long.randomElement(using: &generator) ?? 1
        : [0, 1, 1, 2, 3, 7, 17, 64].randomElement(using: &generator) ?? 1
      // An axis without entries keeps no other short: along it, all others remain.
      let size = shape.reduce(max(count, 1)) { $0 * max($1, 1) }
      shape.append(size > 20_000 ? generator.number(1...2) : count)
    }
    self.shape = shape
    type = generator.type()
    kind = EntryKind.allCases.randomElement(using: &generator) ?? .uniform
    views = (0..<generator.number(0...4)).map { _ in
      DrawnView(
        kind: DrawnView.Kind.allCases.randomElement(using: &generator) ?? .flip,
        seed: generator.next())
    }
    isShared = generator.chance(2)
    property = Property.all[Int(number % UInt64(Property.all.count))]
    seed = generator.next()
  }

  var description: String {
    let held = isShared ? ", shared" : ""
    return "\(property.name) of \(type) \(shape) (\(kind)\(held)), views \(views)"
  }

  /// What is wrong; nil where nothing is.
  func failure() -> String? {
    var trial = Trial(generator: SeededGenerator(seed: seed), isShared: isShared)
    trial.take(trial.generator.laid(shape, type, kind))
    for view in views {
      guard let next = view.apply(to: (trial.x, trial.plain)) else { continue }
      trial.take(next)
      if let difference = difference(trial.x, trial.plain) { return "\(view): \(difference)" }
    }
    if let failure = property.body(&trial) { return failure }
    for (tensor, plain) in trial.kept {
      if let difference = difference(tensor, plain) { return "another tensor: \(difference)" }
    }
    return nil
  }

  /// The smallest case found that fails as well: fewer views, shorter axes, simpler entries.
  func shrunk() -> DrawnCase {
    var smallest = self
    var tries = 0
    var isDone = false
    while !isDone {
      isDone = true
      for simpler in smallest.simpler {
        tries += 1
        if tries > 400 { return smallest }
        if simpler.failure() != nil {
          smallest = simpler
          isDone = false
          break
        }
      }
    }
    return smallest
  }

  private var simpler: [DrawnCase] {
    var cases: [DrawnCase] = []
    func add(_ change: (inout DrawnCase) -> Void) {
      var changed = self
      change(&changed)
      cases.append(changed)
    }
    for i in views.indices { add { $0.views.remove(at: i) } }
    for axis in shape.indices {
      add { $0.shape.remove(at: axis) }
      for count in [1, shape[axis] / 2, shape[axis] - 1] where count > 0 && count < shape[axis] {
        add { $0.shape[axis] = count }
      }
    }
    if isShared { add { $0.isShared = false } }
    if kind != .smallIntegers { add { $0.kind = .smallIntegers } }
    if kind != .smallIntegers && kind != .uniform { add { $0.kind = .uniform } }
    return cases
  }
}

/// A tensor that is asked something, and what it should be.
struct Trial {
  var generator: SeededGenerator
  var isShared: Bool
  var x = Tensor(0)
  var plain = Plain([], .float64) { _ in 0 }
  /// Tensors that have to stay as they are.
  var kept: [Pair] = []

  init(generator: SeededGenerator, isShared: Bool) {
    self.generator = generator
    self.isShared = isShared
  }

  mutating func take(_ pair: Pair) {
    (x, plain) = pair
    if isShared { kept.append(pair) }
  }

  /// Another tensor of a shape, in any type and place, which has to stay as it is.
  mutating func other(_ shape: [Int], _ type: ElementType? = nil) -> Pair {
    let kinds: [EntryKind] = [.smallIntegers, .uniform, .wide, .withSpecials]
    let pair = generator.laid(
      shape, type ?? generator.type(), kinds.randomElement(using: &generator) ?? .uniform)
    kept.append(pair)
    return pair
  }
}

/// What is asked of a tensor, and says what is wrong with the answer.
struct Property: Sendable {
  let name: String
  let body: @Sendable (inout Trial) -> String?

  init(_ name: String, _ body: @escaping @Sendable (inout Trial) -> String?) {
    self.name = name
    self.body = body
  }

  static let all =
    entrywise + comparing + reducing + multiplying + changing + scattering + reading + making
}

/// The first of some sentences that is there.
func first(_ sentences: String?...) -> String? { sentences.lazy.compactMap { $0 }.first }
