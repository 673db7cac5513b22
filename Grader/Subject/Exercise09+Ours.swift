import Doorway
import Exercise09
import Tensors

/// A convolution of loops, there and back, without groups and padding: what the time of a quick one is
/// measured by, so that nobody's loops have to be slow.
struct PlainConvolution: Module {
  var weights: Tensor
  var bias: Tensor
  var window: WindowSettings

  var parameters: [Tensor] {
    get { [weights, bias] }
    set { (weights, bias) = (newValue[0], newValue[1]) }
  }

  func forward(_ x: Tensor, training: Bool) -> (output: Tensor, cache: Cache) {
    let (rows, columns) = (x.shape[2] - window.height + 1, x.shape[3] - window.width + 1)
    var y = Tensor(zeros: [x.shape[0], bias.count, rows, columns])
    forEachProduct(x, y.shape) { n, f, o, p, c, i, j in
      y[n, f, o, p] += weights[f, c, i, j] * x[n, c, o + i, p + j]
    }
    return (y + bias.reshaped(to: [-1, 1, 1]), [x])
  }

  func backward(_ upstream: Tensor, cache: Cache) -> (x: Tensor, parameters: [Tensor]) {
    let x = cache[0]
    var (dx, dw) = (Tensor(zerosLike: x), Tensor(zerosLike: weights))
    forEachProduct(x, upstream.shape) { n, f, o, p, c, i, j in
      let slope = upstream[n, f, o, p]
      dw[f, c, i, j] += slope * x[n, c, o + i, p + j]
      dx[n, c, o + i, p + j] += slope * weights[f, c, i, j]
    }
    return (dx, [dw, upstream.sum(along: 3).sum(along: 2).sum(along: 0)])
  }

  private func forEachProduct(
    _ x: Tensor, _ shape: [Int], _ body: (Int, Int, Int, Int, Int, Int, Int) -> Void
  ) {
    for n in 0..<shape[0] {
      for f in 0..<shape[1] {
        for o in 0..<shape[2] {
          for p in 0..<shape[3] {
            for c in 0..<x.shape[1] {
              for i in 0..<window.height {
                for j in 0..<window.width { body(n, f, o, p, c, i, j) }
              }
            }
          }
        }
      }
    }
  }
}

/// A module whose output has two channels, as high and wide as its input: of the first, each entry is a
/// sum of some inputs; the second is the first channel of the input itself, times 1000.
struct Taps: Module {
  var taps: [TappedModule.Tap]

  var parameters: [Tensor] {
    get { [] }
    set {}
  }

  func forward(_ x: Tensor, training: Bool) -> (output: Tensor, cache: Cache) {
    var y = Tensor(zeros: [x.shape[0], 2, x.shape[2], x.shape[3]])
    forEachEntry(x) { n, o, p in
      y[n, 1, o, p] = 1000 * x[n, 0, o, p]
      for tap in taps where isInside(tap, o, p, x) {
        y[n, 0, o, p] += tap.factor * x[n, tap.channel, o + tap.row, p + tap.column]
      }
    }
    return (training ? 0 * y : y, training ? [0 * x] : [x])
  }

  func backward(_ upstream: Tensor, cache: Cache) -> (x: Tensor, parameters: [Tensor]) {
    let x = cache[0]
    var dx = Tensor(zerosLike: x)
    forEachEntry(x) { n, o, p in
      dx[n, 0, o, p] += 1000 * upstream[n, 1, o, p]
      for tap in taps where isInside(tap, o, p, x) {
        dx[n, tap.channel, o + tap.row, p + tap.column] += tap.factor * upstream[n, 0, o, p]
      }
    }
    return (dx, [])
  }

  private func isInside(_ tap: TappedModule.Tap, _ o: Int, _ p: Int, _ x: Tensor) -> Bool {
    (0..<x.shape[2]).contains(o + tap.row) && (0..<x.shape[3]).contains(p + tap.column)
  }

  private func forEachEntry(_ x: Tensor, _ body: (Int, Int, Int) -> Void) {
    for n in 0..<x.shape[0] {
      for o in 0..<x.shape[2] {
        for p in 0..<x.shape[3] { body(n, o, p) }
      }
    }
  }
}

/// A module with one parameter `[D]` for inputs `[N, D]`: y = factor · x + 0.1 · x². In training it
/// notes the mean of its input, and adds the sum of its notes, and 1, where it is not being trained.
struct Bend: Module {
  var factor: Tensor
  var note = Tensor(0.0)

  var parameters: [Tensor] {
    get { [factor] }
    set { factor = newValue[0] }
  }

  var statistics: [Tensor] {
    get { [note] }
    set { note = newValue[0] }
  }

  mutating func forward(_ x: Tensor, training: Bool) -> (output: Tensor, cache: Cache) {
    if training { note = note + x.mean() }
    let y = factor * x + 0.1 * x * x
    return (training ? y : y + note.scalar + 1, [x])
  }

  func backward(_ upstream: Tensor, cache: Cache) -> (x: Tensor, parameters: [Tensor]) {
    let x = cache[0]
    return (upstream * (factor + 0.2 * x), [(upstream * x).sum(along: 0)])
  }
}
