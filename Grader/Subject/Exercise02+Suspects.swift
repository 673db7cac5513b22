import Doorway
import Exercise02
import Tensors

/// Layers for a gradient checker to look at: right ones, and ones that are wrong in all the ways in
/// which layers are.
struct SuspectLayer: Layer {
  let suspect: Suspect

  init(_ suspect: Suspect) {
    self.suspect = suspect
  }

  func forward(_ x: Tensor) -> (output: Tensor, cache: Tensor) {
    switch suspect {
    case .hundredCubes: (100 * x * x * x, x)
    case .tinySine, .tinyDoubled: (1e-5 * sin(x), x)
    case .softmax, .deadSoftmax: twice(softmax(x))
    case .product, .transposed: (x.matmul(factor(for: x)), x)
    case .rowSums, .summedUp: (x.sum(along: x.rank - 1), x)
    case .stopped: (max(x, 0), x)
    default: (x * x, x)
    }
  }

  func backward(_ upstream: Tensor, cache: Tensor) -> Tensor {
    /// That of x².
    var right: Tensor { upstream * 2 * cache }
    switch suspect {
    case .square: return right
    case .hundredCubes: return upstream * 300 * cache * cache
    case .tinySine: return 1e-5 * upstream * cos(cache)
    case .softmax: return cache * (upstream - (upstream * cache).sum(along: 1, keepingAxis: true))
    case .product: return upstream.matmul(factor(for: cache).transposed())
    case .rowSums: return Tensor(onesLike: cache) * upstream.expandingAxis(at: upstream.rank)
    case .stopped: return upstream * (cache .> 0)

    case .signTurned: return -right
    case .lastEntry: return right.changing(cache.count - 1) { 1.5 * $0 }
    case .thousandth: return 1.001 * right
    case .tinyDoubled: return 2e-5 * upstream * cos(cache)
    case .halved: return right / 2
    case .transposed: return upstream.matmul(factor(for: cache))

    case .withoutUpstream: return 2 * cache
    // The rows of a softmax always add up to 1.
    case .deadSoftmax: return Tensor(zerosLike: cache)
    case .absoluteUpstream: return abs(right)
    case .balanced: return right.changing(0) { $0 + 1 }.changing(cache.count - 1) { $0 - 1 }
    case .turnedRound: return Tensor(shape: cache.shape, scalars: right.scalars.reversed())

    case .oneNaN: return right.changing(cache.count / 2) { _ in .nan }
    case .oneInfinity: return right.changing(0) { $0 < 0 ? -.infinity : .infinity }
    case .flattened: return right.reshaped(to: [-1])
    case .oneAxisMore: return right.expandingAxis(at: 0)
    case .summedUp: return upstream
    }
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

extension Tensor {
  /// The same, with another number at a place in row-major order.
  fileprivate func changing(_ place: Int, _ change: (Double) -> Double) -> Tensor {
    var entries = scalars
    entries[place] = change(entries[place])
    return Tensor(shape: shape, scalars: entries)
  }
}
