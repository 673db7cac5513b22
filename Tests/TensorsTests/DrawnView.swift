import Tensors

/// A way from a tensor to another with the same entries, drawn anew from its seed for whatever it is
/// applied to: so a case stays one when its shape is made smaller.
struct DrawnView: CustomStringConvertible {
  enum Kind: Int, CaseIterable {
    case slice, row, permutation, transpose, flip, reshape, expansion, squeeze, crop, windows
    case rows, concatenation, padding, conversion
  }

  let kind: Kind
  let seed: UInt64

  var description: String { "\(kind)" }

  /// The view; nil where this tensor has none of the kind.
  func apply(to pair: Pair) -> Pair? {
    var generator = SeededGenerator(seed: seed)
    let (x, y) = pair
    let shape = x.shape
    switch kind {
    case .slice: return slice(pair, &generator)
    case .row:
      guard let count = shape.first, count > 0 else { return nil }
      let i = generator.number(0...count - 1)
      return (x.row(i), Plain(Array(shape.dropFirst()), y.type) { y[[i] + $0] })
    case .permutation:
      let axes = Array(shape.indices).shuffled(using: &generator)
      return (x.transposed(permuting: axes), y.permuted(axes))
    case .transpose:
      return shape.count == 2 ? (x.transposed(), y.permuted([1, 0])) : nil
    case .flip:
      let axes = shape.indices.filter { _ in generator.chance(2) }
      return (
        x.flipped(along: axes),
        Plain(shape, y.type) { index in
          y[index.indices.map { axes.contains($0) ? shape[$0] - 1 - index[$0] : index[$0] }]
        }
      )
    case .reshape: return reshaped(pair, &generator)
    case .expansion:
      if shape.count > 5 { return nil }
      var newShape = shape
      let axis = generator.number(0...shape.count)
      newShape.insert(1, at: axis)
      return (x.expandingAxis(at: axis), y.reshaped(newShape))
    case .squeeze:
      guard let axis = shape.firstIndex(of: 1) else { return nil }
      var newShape = shape
      newShape.remove(at: axis)
      return (x.squeezed(at: axis), y.reshaped(newShape))
    case .crop:
      let widths = shape.map { generator.number(0...min($0 / 2, 2)) }
      return (
        x.cropped(by: widths),
        Plain(zip(shape, widths).map { $0 - 2 * $1 }, y.type) { index in
          y[zip(index, widths).map { $0 + $1 }]
        }
      )
    case .windows: return windows(pair, &generator)
    case .rows:
      guard let count = shape.first, count > 0 else { return nil }
      let indices = (0..<generator.number(0...5)).map { _ in generator.number(0...count - 1) }
      return (
        x.rows(at: indices),
        Plain([indices.count] + shape.dropFirst(), y.type) { y[[indices[$0[0]]] + $0.dropFirst()] }
      )
    case .concatenation: return concatenated(pair, &generator)
    case .padding:
      if x.rank > 4 || shape.reduce(1, { $0 * max($1, 1) }) > 10_000 { return nil }
      let widths = shape.map { _ in generator.number(0...1) }
      let number = Double.random(in: -1..<1, using: &generator)
      return (
        x.padded(by: widths, with: number),
        Plain(zip(shape, widths).map { $0 + 2 * $1 }, y.type) { index in
          let inner = zip(index, widths).map { $0 - $1 }
          let isInside = zip(inner, shape).allSatisfy { $0 >= 0 && $0 < $1 }
          return isInside ? y[inner] : number
        }
      )
    case .conversion:
      let type = generator.type()
      return (x.converted(to: type), y.converted(to: type))
    }
  }

  private func slice(_ pair: Pair, _ generator: inout SeededGenerator) -> Pair? {
    let (x, y) = pair
    guard let count = x.shape.first else { return nil }
    let (a, b) = (generator.number(0...count), generator.number(0...count))
    var (lower, upper) = (min(a, b), max(a, b))
    let part: Tensor
    switch generator.number(1...5) {
    case 1: (part, upper) = (x[lower...], count)
    case 2: (part, lower) = (x[..<upper], 0)
    case 3 where upper > 0: (part, lower) = (x[...(upper - 1)], 0)
    case 4 where upper > lower: part = x[lower...(upper - 1)]
    default: part = x[lower..<upper]
    }
    return (
      part,
      Plain([upper - lower] + x.shape.dropFirst(), y.type) { y[[lower + $0[0]] + $0.dropFirst()] }
    )
  }

  private func reshaped(_ pair: Pair, _ generator: inout SeededGenerator) -> Pair? {
    let (x, y) = pair
    var newShape = [1]
    var rest = x.count
    if rest == 0 {
      newShape = x.shape.shuffled(using: &generator)
    } else {
      for prime in [2, 3, 5, 7, 11, 13, 17] {
        while rest % prime == 0 {
          rest /= prime
          if newShape.count < 4 && generator.chance(3) { newShape.append(1) }
          newShape[generator.number(0...newShape.count - 1)] *= prime
        }
      }
      newShape[0] *= rest
      if x.count == 1 && generator.chance(2) { newShape = [] }
    }
    var asked = newShape
    if let axis = asked.indices.randomElement(using: &generator), x.count > 0,
      generator.chance(3)
    {
      asked[axis] = -1
    }
    return (x.reshaped(to: asked), y.reshaped(newShape))
  }

  private func windows(_ pair: Pair, _ generator: inout SeededGenerator) -> Pair? {
    let (x, y) = pair
    let drawn = WindowSetting(on: x.shape, &generator)
    guard let drawn, drawn.shape.reduce(1, *) < 20_000, drawn.shape.count < 7 else { return nil }
    let leading = x.rank - drawn.size.count
    return (
      x.windows(of: drawn.size, stride: drawn.stride, dilation: drawn.dilation),
      Plain(drawn.shape, y.type) { index in
        y[Array(index[..<leading]) + drawn.place(of: index, leading)]
      }
    )
  }

  private func concatenated(_ pair: Pair, _ generator: inout SeededGenerator) -> Pair? {
    let (x, y) = pair
    guard x.count < 20_000, let axis = x.shape.indices.randomElement(using: &generator) else {
      return nil
    }
    var otherShape = x.shape
    otherShape[axis] = generator.number(0...3)
    let (b, c) = generator.laid(otherShape, generator.type(), .uniform)
    var newShape = x.shape
    newShape[axis] += otherShape[axis]
    let count = x.shape[axis]
    return (
      x.concatenated(with: b, along: axis),
      Plain(newShape, y.promoted(with: c)) { index in
        if index[axis] < count { return y[index] }
        var other = index
        other[axis] -= count
        return c[other]
      }
    )
  }
}
