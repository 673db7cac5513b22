import Tensors

extension Trial {
  /// The tensor, to be changed: nobody else holds it unless the trial is a shared one.
  mutating func taken() -> Tensor {
    let tensor = x
    x = Tensor(0)
    return tensor
  }
}

extension Property {
  private typealias Assignment = (
    name: String, tensors: @Sendable (inout Tensor, Tensor) -> Void,
    number: @Sendable (inout Tensor, Double) -> Void, numbers: @Sendable (Double, Double) -> Double
  )

  private static let assignments: [Assignment] = [
    ("+=", { $0 += $1 }, { $0 += $1 }, { $0 + $1 }),
    ("-=", { $0 -= $1 }, { $0 -= $1 }, { $0 - $1 }),
    ("*=", { $0 *= $1 }, { $0 *= $1 }, { $0 * $1 }),
    ("/=", { $0 /= $1 }, { $0 /= $1 }, { $0 / $1 }),
  ]

  static let changing: [Property] =
    assignments.flatMap { name, tensors, number, numbers in
      [
        Property("x \(name) y") { trial in
          let plain = trial.plain
          let (y, other) = trial.other(trial.generator.lesser(of: plain.shape))
          let factor = Double.random(in: -2..<2, using: &trial.generator)
          var x = trial.taken()
          tensors(&x, y)
          let expected = plain.combined(with: other, numbers)
          if let failure = difference(x, expected) { return "y \(y.shape): \(failure)" }
          number(&x, factor)
          let single = Plain([], expected.type) { _ in factor }
          return difference(x, expected.combined(with: single, numbers))
            .map { "then \(factor): \($0)" }
        },
        Property("x \(name) a view of x") { trial in
          let plain = trial.plain
          let axes = Array(plain.shape.indices)
          var x = trial.taken()
          let isSquare = Set(plain.shape).count == 1
          let mirror = isSquare ? Array(axes.reversed()) : axes
          let view = x.flipped(along: axes).transposed(permuting: mirror)
          let other = Plain(plain.shape, plain.type) { index in
            let place = isSquare ? index.reversed() : index
            return plain[axes.map { plain.shape[$0] - 1 - place[$0] }]
          }
          tensors(&x, view)
          return first(
            difference(x, plain.combined(with: other, numbers)),
            difference(view, other).map { "the view: \($0)" })
        },
      ]
    } + [
      Property("x /= n, x / n") { trial in
        let n = trial.generator.number(1...9)
        let plain = trial.plain
        let expected = plain.map { $0 / Double(n) }
        var x = trial.taken()
        let quotient = x / n
        x /= n
        return first(difference(x, expected), difference(quotient, expected))
      },
      Property("scale, add") { trial in
        let plain = trial.plain
        let (y, other) = trial.other(trial.generator.lesser(of: plain.shape))
        let (a, b) = (
          Double(trial.generator.number(-2...2)), Double.random(in: -2..<2, using: &trial.generator)
        )
        let type = plain.promoted(with: other)
        func round(_ x: Double) -> Double { Plain.rounded(x, to: type) }
        var x = trial.taken()
        x.scale(by: a, adding: y, times: b)
        let scaled = plain.combined(with: other) { round(round(a) * $0) + round(round(b) * $1) }
        if let failure = difference(x, scaled) { return "\(a), \(b): \(failure)" }
        x.add(y, times: b)
        return difference(x, scaled.combined(with: other) { $0 + round(round(b) * $1) })
      },
      Property("x[rows] = y") { trial in
        let plain = trial.plain
        guard let count = plain.shape.first else { return nil }
        let (a, b) = (trial.generator.number(0...count), trial.generator.number(0...count))
        let rows = min(a, b)..<max(a, b)
        let target = [rows.count] + plain.shape.dropFirst()
        let (y, other) = trial.other(trial.generator.lesser(of: target))
        var x = trial.taken()
        x[rows] = y
        let expected = Plain(plain.shape, plain.type) { index in
          rows.contains(index[0])
            ? other.repeated(at: [index[0] - rows.lowerBound] + index.dropFirst()) : plain[index]
        }
        return difference(x, expected).map { "\(rows) = \(y.shape): \($0)" }
      },
      Property("x[rows] += y") { trial in
        let plain = trial.plain
        guard let count = plain.shape.first, count > 0 else { return nil }
        let row = trial.generator.number(0...count - 1)
        let (y, other) = trial.other(Array(plain.shape.dropFirst()), plain.type)
        var x = trial.taken()
        x[row...row] += y
        let expected = Plain(plain.shape, plain.type) { index in
          index[0] == row ? plain[index] + other[Array(index.dropFirst())] : plain[index]
        }
        return difference(x, expected)
      },
      Property("replace") { trial in
        let plain = trial.plain
        let flags = plain.entries.map { _ in trial.generator.chance(3) }
        let mask = Mask(shape: plain.shape, flags)
        let truths = Plain(plain.shape, .float64, flags.map { $0 ? 1 : 0 })
        let (y, other) = trial.other(trial.generator.lesser(of: plain.shape))
        let number = Double.random(in: -1..<1, using: &trial.generator)
        var x = trial.taken()
        let replaced = x.replacing(with: number, where: mask)
        let byNumber = Plain(plain.shape, plain.type) { truths[$0] == 1 ? number : plain[$0] }
        let factor = Plain(plain.shape, plain.type) { truths[$0] }
        let product = x * mask
        x.replace(with: y, where: mask)
        let byTensor = Plain(plain.shape, plain.promoted(with: other)) { index in
          let type = plain.promoted(with: other)
          return truths[index] == 1
            ? other.repeated(at: index) : Plain.rounded(plain[index], to: type)
        }
        var multiplied = replaced
        multiplied *= mask
        return first(
          difference(x, byTensor).map { "by \(y.shape): \($0)" }, difference(replaced, byNumber),
          difference(product, plain.combined(with: factor) { $0 * $1 }).map { "times: \($0)" },
          difference(multiplied, byNumber.combined(with: factor) { $0 * $1 }),
          difference(Tensor(mask), truths),
          mask.trueCount == flags.count { $0 } ? nil : "it counts \(mask.trueCount)",
          (.!mask .& mask).anyTrue || !(.!mask .| mask).allTrue ? "and, or, not" : nil)
      },
      Property("x[i, …] = n") { trial in
        let plain = trial.plain
        if plain.entries.isEmpty || !(1...4).contains(plain.shape.count) { return nil }
        let i = plain.shape.map { trial.generator.number(0...$0 - 1) }
        let number = Double.random(in: -1..<1, using: &trial.generator)
        var expected = plain
        expected[i] = number
        var x = trial.taken()
        switch i.count {
        case 1: x[i[0]] = number
        case 2: x[i[0], i[1]] = number
        case 3: x[i[0], i[1], i[2]] = number
        default: x[i[0], i[1], i[2], i[3]] = number
        }
        return difference(x, expected).map { "at \(i): \($0)" }
      },
      Property("mutateEntries") { trial in
        let plain = trial.plain
        var x = trial.taken()
        x.mutateEntries { entries in
          for i in entries.indices { entries[i] = entries[i] * 3 + Double(i) }
        }
        var next = 0.0
        let expected = Plain(plain.shape, plain.type) { index in
          next += 1
          return plain[index] * 3 + (next - 1)
        }
        return difference(x, expected)
      },
    ]
}
