import Tensors

extension Property {
  static let reading: [Property] = [
    Property("subscripts") { trial in
      let (x, plain) = (trial.x, trial.plain)
      let read: ([Int]) -> Double
      switch plain.shape.count {
      case 0: read = { _ in x.scalar }
      case 1: read = { x[$0[0]] }
      case 2: read = { x[$0[0], $0[1]] }
      case 3: read = { x[$0[0], $0[1], $0[2]] }
      case 4: read = { x[$0[0], $0[1], $0[2], $0[3]] }
      default: return nil
      }
      return difference(Plain(plain.shape, plain.type, read).entries, plain.entries)
    },
    Property("entries and bytes") { trial in
      let (x, plain) = (trial.x, trial.plain)
      let entries = x.withEntries { entries in entries.indices.map { entries[$0] } }
      let bytes: [Double] = x.withRawBytes { bytes in
        plain.type == .float32
          ? bytes.bindMemory(to: Float.self).map { Double($0) }
          : Array(bytes.bindMemory(to: Double.self))
      }
      let again = x.withRawBytes { Tensor(shape: x.shape, bytes: $0, elementType: x.elementType) }
      return first(
        difference(entries, plain.entries), difference(bytes, plain.entries),
        difference(again, plain))
    },
    Property("==") { trial in
      let (x, plain) = (trial.x, trial.plain)
      let hasNaN = plain.entries.contains { $0.isNaN }
      let same =
        plain.type == .float64
        ? Tensor(shape: plain.shape, scalars: plain.entries)
        : Tensor(shape: plain.shape, float32s: plain.entries.map { Float($0) })
      if (x == same) == hasNaN || (same == x) == hasNaN { return "not equal to its copy" }
      guard !plain.entries.isEmpty else { return nil }
      var other = plain.entries
      let i = trial.generator.number(0...other.count - 1)
      other[i] = other[i] == 4 ? 5 : 4
      let different = Plain(plain.shape, plain.type, other)
      let changed = Tensor(shape: plain.shape, scalars: different.entries)
      return x == changed.converted(to: plain.type) ? "equal to what differs at \(i)" : nil
    },
    Property("description") { trial in
      let (x, plain) = (trial.x, trial.plain)
      // Without what is left out of long ones, all numbers stand there in their order.
      if plain.entries.count > 1000 { return nil }
      let words = "\(x)".split { "[], \n".contains($0) }.map(String.init)
      let expected = plain.entries.map { plain.type == .float32 ? "\(Float($0))" : "\($0)" }
      return words == expected ? nil : "\(x)"
    },
  ]

  static let making: [Property] = [
    Property("concatenating many") { trial in
      let (x, plain) = (trial.x, trial.plain)
      guard let axis = plain.shape.indices.randomElement(using: &trial.generator) else {
        return nil
      }
      var parts: [Pair] = [(x, plain)]
      for _ in 0..<trial.generator.number(0...3) {
        var shape = plain.shape
        shape[axis] = trial.generator.number(0...3)
        parts.append(trial.other(shape))
      }
      parts.shuffle(using: &trial.generator)
      let isSingle = parts.contains { $0.plain.type == .float32 }
      let owners = parts.indices.flatMap { part in
        (0..<parts[part].plain.shape[axis]).map { (part, $0) }
      }
      var shape = plain.shape
      shape[axis] = owners.count
      let expected = Plain(shape, isSingle ? .float32 : .float64) { index in
        let (part, i) = owners[index[axis]]
        var place = index
        place[axis] = i
        return parts[part].plain[place]
      }
      return difference(Tensor(concatenating: parts.map { $0.tensor }, along: axis), expected)
    },
    Property("zeros, ones, repeated, spaced") { trial in
      let (x, plain) = (trial.x, trial.plain)
      let (shape, count) = (plain.shape, plain.entries.count)
      var next = -1.0
      let spaced = Tensor(linearlySpacedFrom: -1, through: 1, shape: shape)
      let ends = spaced.scalars.first.map { $0 == -1 } ?? true
      let last = spaced.scalars.last.map { count == 1 || $0 == 1 } ?? true
      return first(
        difference(Tensor(zeros: shape), Plain(shape, .float64) { _ in 0 }),
        difference(Tensor(ones: shape), Plain(shape, .float64) { _ in 1 }),
        difference(Tensor(repeating: 0.1, shape: shape), Plain(shape, .float64) { _ in 0.1 }),
        difference(Tensor(zerosLike: x), plain.map { _ in 0 }),
        difference(Tensor(onesLike: x), plain.map { _ in 1 }),
        ends && last ? nil : "the ends of \(spaced)",
        difference(
          spaced,
          Plain(shape, .float64) { _ in
            next += 1
            return -1 + 2 * next / Double(max(count - 1, 1))
          }, .within(plain.entries.map { _ in 1e-14 })))
    },
    Property("bytes, labels, lists") { trial in
      let count = trial.generator.number(0...300)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &trial.generator) }
      let labels = bytes.map { Int($0) % 7 }
      let numbers = bytes.map { Double($0) }
      let lists = numbers.map { [$0, $0 + 1] }
      return first(
        difference(
          Tensor(shape: [count, 1], uint8s: bytes),
          Plain([count, 1], .float32, numbers)),
        difference(
          Tensor(oneHot: labels, count: 7),
          Plain([count, 7], .float64) { labels[$0[0]] == $0[1] ? 1 : 0 }),
        difference(Tensor(numbers), Plain([count], .float64, numbers)),
        difference(Tensor(labels), Plain([count], .float64, labels.map { Double($0) })),
        count == 0
          ? nil
          : difference(
            Tensor([lists, lists]), Plain([2, count, 2], .float64, (lists + lists).flatMap { $0 })))
    },
    Property("reduce") { trial in
      let (x, plain) = (trial.x, trial.plain)
      let (y, other) = trial.other(trial.generator.partner(of: plain.shape))
      let zero = Plain([], .float64) { _ in 0 }
      let expected = zero.combined(with: plain) { $0 + $1 }.combined(with: other) { $0 + $1 }
      return difference([x, y].reduce(0, +), expected)
    },
  ]
}
