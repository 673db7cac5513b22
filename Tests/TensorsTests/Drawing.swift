import Tensors

/// How the entries of a drawn tensor are distributed.
enum EntryKind: Int, CaseIterable {
  case smallIntegers, uniform, wide, withSpecials, specials, subnormal

  func draw(_ type: ElementType, using generator: inout SeededGenerator) -> Double {
    let least =
      type == .float32 ? Double(Float.leastNonzeroMagnitude) : Double.leastNonzeroMagnitude
    let normal =
      type == .float32 ? Double(Float.leastNormalMagnitude) : Double.leastNormalMagnitude
    let greatest =
      type == .float32
      ? Double(Float.greatestFiniteMagnitude) : Double.greatestFiniteMagnitude
    let specials = [.nan, .infinity, -.infinity, 0, -0.0, least, -least, normal, -greatest, 1, -1]
    switch self {
    case .smallIntegers: return Double(Int.random(in: -3...3, using: &generator))
    case .uniform: return .random(in: -1..<1, using: &generator)
    case .wide:
      let fraction = Double.random(in: -1..<1, using: &generator)
      return Double(sign: .plus, exponent: .random(in: -30...30, using: &generator), significand: 1)
        * fraction
    case .withSpecials:
      if Int.random(in: 0..<12, using: &generator) > 0 {
        return .random(in: -1..<1, using: &generator)
      }
      return specials.randomElement(using: &generator) ?? 0
    case .specials: return specials.randomElement(using: &generator) ?? 0
    case .subnormal: return least * Double(Int.random(in: -900...900, using: &generator))
    }
  }
}

/// A tensor and what it should be.
typealias Pair = (tensor: Tensor, plain: Plain)

extension SeededGenerator {
  mutating func number(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &self) }

  mutating func chance(_ one: Int) -> Bool { number(1...one) == 1 }

  /// A tensor with memory of its own, in row-major order.
  mutating func base(_ shape: [Int], _ type: ElementType, _ kind: EntryKind) -> Pair {
    let plain = Plain(shape, type) { _ in kind.draw(type, using: &self) }
    if type == .float64 { return (Tensor(shape: shape, scalars: plain.entries), plain) }
    return (Tensor(shape: shape, float32s: plain.entries.map { Float($0) }), plain)
  }

  /// A tensor of a shape that lies in memory in any way: the part of a larger one, its axes
  /// exchanged, some of them back to front; now and then in order.
  mutating func laid(_ shape: [Int], _ type: ElementType, _ kind: EntryKind) -> Pair {
    if chance(4) { return base(shape, type, kind) }
    let axes = Array(shape.indices).shuffled(using: &self)
    let widths = axes.map { _ in chance(3) && shape.reduce(1, *) < 10_000 ? 1 : 0 }
    let flips = shape.indices.filter { _ in chance(3) }
    var place = Array(repeating: 0, count: shape.count)
    for (i, axis) in axes.enumerated() { place[axis] = i }
    let (tensor, plain) = base(axes.indices.map { shape[axes[$0]] + 2 * widths[$0] }, type, kind)
    let view = tensor.cropped(by: widths).transposed(permuting: place).flipped(along: flips)
    return (
      view,
      Plain(shape, type) { index in
        plain[
          axes.indices.map { i in
            let (n, j) = (shape[axes[i]], index[axes[i]])
            return widths[i] + (flips.contains(axes[i]) ? n - 1 - j : j)
          }]
      }
    )
  }

  /// A shape that goes together with `shape`, by fewer axes, more, or such with one entry.
  mutating func partner(of shape: [Int]) -> [Int] {
    var partner = shape.map { n in
      n == 1 && shape.reduce(1, *) < 2000 ? number(1...3) : chance(4) ? 1 : n
    }
    if chance(3) { partner.removeFirst(number(0...partner.count)) }
    if partner.count == shape.count && chance(6) && shape.reduce(1, *) < 2000 {
      partner.insert(number(1...3), at: 0)
    }
    return partner
  }

  /// A shape to which `shape` stays as it is: what an in-place operator may have on its right.
  mutating func lesser(of shape: [Int]) -> [Int] {
    let partner = shape.map { chance(4) ? 1 : $0 }
    return chance(3) ? Array(partner.dropFirst(number(0...partner.count))) : partner
  }

  mutating func type() -> ElementType { chance(2) ? .float32 : .float64 }
}
