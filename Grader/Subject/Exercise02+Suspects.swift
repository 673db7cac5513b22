import Doorway
import Exercise02
import Tensors

/// Layers for a gradient checker to look at: right ones, and ones that are wrong in all the ways in
/// which layers are.
struct SuspectLayer: Layer {
  let suspect: Suspect

  /// How its way back was asked for.
  let calls = Calls()

  init(_ suspect: Suspect) {
    self.suspect = suspect
  }

  func forward(_ x: Tensor) -> (output: Tensor, cache: Tensor) {
    switch suspect {
    case .hundredCubes: (100 * x * x * x, x)
    case .tinySine, .tinyDoubled: (1e-5 * sin(x), x)
    case .fastSine: (sin(40 * x), x)
    case .raisedSine: (30 + sin(x), x)
    case .softmax, .deadSoftmax: twice(softmax(x))
    case .sharpSoftmax: twice(softmax(8 * x))
    case .product, .transposed: (x.matmul(factor(for: x)), x)
    case .rowSums, .summedUp: (x.sum(along: x.rank - 1), x)
    case .stopped: (max(x, 0), x)
    case .smallRowDoubled: (rowScales(for: x) * x * x, x)
    default: (x * x, x)
    }
  }

  func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    /// That of x².
    var right: Tensor { upstream * 2 * cache }
    calls.append(upstream, cache)
    switch suspect {
    case .square: return right
    case .hundredCubes: return upstream * 300 * cache * cache
    case .tinySine: return 1e-5 * upstream * cos(cache)
    case .fastSine: return 40 * upstream * cos(40 * cache)
    case .raisedSine: return upstream * cos(cache)
    case .sharpSoftmax:
      return 8 * cache * (upstream - (upstream * cache).sum(along: 1, keepingAxis: true))
    case .softmax: return cache * (upstream - (upstream * cache).sum(along: 1, keepingAxis: true))
    case .product: return upstream.matmul(factor(for: cache).transposed())
    case .rowSums: return Tensor(onesLike: cache) * upstream.expandingAxis(at: upstream.rank)
    case .stopped: return upstream * (cache .> 0)
    case .nearlyRight: return 1.00003 * right

    case .signTurned: return -right
    case .lastEntry: return right.changing(cache.count - 1) { 1.5 * $0 }
    case .thousandth: return 1.001 * right
    case .threeTenThousandths: return 1.0003 * right
    case .smallRowDoubled:
      let last = Tensor(oneHot: [cache.shape[0] - 1], count: cache.shape[0]).reshaped(to: [-1, 1])
      return right * rowScales(for: cache) * (1 + last)
    case .tinyDoubled: return 2e-5 * upstream * cos(cache)
    case .halved: return right / 2
    case .transposed: return upstream.matmul(factor(for: cache))

    case .withoutUpstream: return 2 * cache
    // The rows of a softmax always add up to 1.
    case .deadSoftmax: return Tensor(zerosLike: cache)
    case .absoluteUpstream: return abs(right)
    case .signOfUpstream: return 2 * cache * (Tensor(upstream .> 0) - Tensor(upstream .< 0))
    case .firstRowOfUpstream: return 2 * cache * upstream.row(0)
    case .balanced: return right.changing(0) { $0 + 1 }.changing(cache.count - 1) { $0 - 1 }
    case .turnedRound: return Tensor(shape: cache.shape, scalars: right.scalars.reversed())

    case .oneNaN: return right.changing(cache.count / 2) { _ in .nan }
    case .firstNaN: return right.changing(0) { _ in .nan }
    case .oneInfinity: return right.changing(0) { $0 < 0 ? -.infinity : .infinity }
    case .flattened: return right.reshaped(to: [-1])
    case .oneAxisMore: return right.expandingAxis(at: 0)
    case .summedUp: return upstream
    }
  }

  /// Ten for each row but the last, a thousandth for that, `[N, 1]`.
  private func rowScales(for x: Tensor) -> Tensor {
    Tensor((0..<x.shape[0]).map { $0 == x.shape[0] - 1 ? 1e-3 : 10 }).expandingAxis(at: 1)
  }

  private func twice(_ y: Tensor) -> (Tensor, Tensor) { (y, y) }

  /// Of the rows.
  private func softmax(_ x: Tensor) -> Tensor {
    let exponentials = exp(x)
    return exponentials / exponentials.sum(along: 1, keepingAxis: true)
  }

  /// A square matrix that is not symmetric.
  private func factor(for x: Tensor) -> Tensor {
    var generator = SeededGenerator(seed: 17)
    return Tensor(normal: [x.shape[1], x.shape[1]], using: &generator)
  }
}

/// With what a layer's way back was asked for: the first few times, and by one thread.
final class Calls: @unchecked Sendable {
  private(set) var all: [(upstream: Tensor, cache: Tensor)] = []

  func append(_ upstream: Tensor, _ cache: Tensor) {
    if all.count < 8 { all.append((upstream, cache)) }
  }
}

extension Tensor {
  /// The same, with another number at a place in row-major order.
  fileprivate func changing(_ place: Int, _ change: (Double) -> Double) -> Tensor {
    var entries = scalars
    entries[place] = change(entries[place])
    return Tensor(shape: shape, scalars: entries)
  }
}
