import Tensors

extension Property {
  static let multiplying: [Property] = [
    Property("matmul") { trial in
      let (x, plain) = (trial.x, trial.plain)
      guard let k = plain.shape.last else { return nil }
      var shape = [k, width(&trial, for: plain.entries.count)]
      if trial.generator.chance(4) { shape.removeLast() }
      if shape.count == 2 && plain.shape.count > 2 && trial.generator.chance(2) {
        shape = trial.generator.lesser(of: plain.shape.dropLast(2)) + shape
      }
      let (y, other) = trial.other(shape)
      return first(
        product(x.matmul(y), plain, other).map { "by \(shape): \($0)" },
        reverse(&trial))
    },
    Property("matmul from the right") { reverse(&$0) },
    Property("matmul with itself") { trial in
      guard trial.x.rank == 2, trial.x.count * max(trial.x.shape[0], trial.x.shape[1]) < 300_000
      else { return nil }
      let (x, plain) = (trial.x, trial.plain)
      return first(
        product(x.matmul(x.transposed()), plain, plain.permuted([1, 0])),
        product(x.transposed().matmul(x), plain.permuted([1, 0]), plain))
    },
    Property("tensordot") { trial in
      let (x, plain) = (trial.x, trial.plain)
      let axes = plain.shape.indices.filter { _ in trial.generator.chance(2) }
        .shuffled(using: &trial.generator)
      let free = plain.shape.indices.filter { !axes.contains($0) }
      let n = width(&trial, for: plain.entries.count)
      // The axes that go, in another order and with one that stays among them.
      var order = Array(0...axes.count)
      order.shuffle(using: &trial.generator)
      let counts = axes.map { plain.shape[$0] } + [n]
      let (y, other) = trial.other(order.map { counts[$0] })
      let otherAxes = axes.indices.map { i in order.firstIndex(of: i) ?? 0 }
      let stays = order.firstIndex(of: axes.count) ?? 0
      let left = plain.permuted(free + axes).reshaped([
        free.map { plain.shape[$0] }.reduce(1, *), axes.map { plain.shape[$0] }.reduce(1, *),
      ])
      let right = other.permuted(otherAxes + [stays]).reshaped([left.shape[1], n])
      let newShape = free.map { plain.shape[$0] } + [n]
      return first(
        product(x.tensordot(y, along: axes, and: otherAxes), left, right, newShape),
        product(
          y.tensordot(x, along: otherAxes, and: axes), right.permuted([1, 0]),
          left.permuted([1, 0]), [n] + newShape.dropLast())
      ).map { "along \(axes) and \(otherAxes) of \(other.shape): \($0)" }
    },
  ]

  /// So many columns that a product is not too large for a slow definition, and crosses blocks where
  /// it can.
  private static func width(_ trial: inout Trial, for count: Int) -> Int {
    let widths = [0, 1, 1, 2, 3, 4, 7, 8, 15, 16, 17, 31, 32, 33, 47, 49, 64, 97, 130, 300]
    return widths.filter { $0 * count < 300_000 }.randomElement(using: &trial.generator) ?? 1
  }

  private static func reverse(_ trial: inout Trial) -> String? {
    let plain = trial.plain
    if plain.shape.isEmpty { return nil }
    let k = plain.shape.count == 1 ? plain.shape[0] : plain.shape[plain.shape.count - 2]
    let shape =
      trial.generator.chance(4) ? [k] : [width(&trial, for: plain.entries.count), k]
    let (y, other) = trial.other(shape)
    return product(y.matmul(trial.x), other, plain).map { "\(shape) on the left: \($0)" }
  }

  /// Whether a result is the product of two operands, by NumPy's rule; in another shape, if there is
  /// one.
  private static func product(
    _ result: Tensor, _ a: Plain, _ b: Plain, _ shape: [Int]? = nil
  ) -> String? {
    let type = a.promoted(with: b)
    let (isRow, isColumn) = (a.shape.count == 1, b.shape.count == 1)
    let x = (isRow ? a.reshaped([1] + a.shape) : a).converted(to: type)
    let y = (isColumn ? b.reshaped(b.shape + [1]) : b).converted(to: type)
    let (m, k, n) = (x.shape[x.shape.count - 2], x.shape.last ?? 0, y.shape.last ?? 0)
    let batches = Plain.broadcast(x.shape.dropLast(2), y.shape.dropLast(2))
    func place(_ index: [Int], _ operand: Plain, _ i: Int, _ j: Int) -> [Int] {
      let shape = operand.shape.dropLast(2)
      let missing = batches.count - shape.count
      return shape.indices.map { shape[$0] == 1 ? 0 : index[$0 + missing] } + [i, j]
    }
    var bounds: [Double] = []
    let product = Plain(batches + [m, n], type) { index in
      let (i, j) = (index[batches.count], index[batches.count + 1])
      let sum = BoundedSum(
        products: (0..<k).map { (x[place(index, x, i, $0)], y[place(index, y, $0, j)]) }, type)
      bounds.append(sum.bound)
      return sum.value
    }
    let own = batches + (isRow ? [] : [m]) + (isColumn ? [] : [n])
    return difference(result, product.reshaped(shape ?? own), .within(bounds))
  }
}
