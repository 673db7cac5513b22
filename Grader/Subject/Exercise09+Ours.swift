import Doorway
import Exercise09
import Tensors

/// `LoopConvolution` as a module.
struct PlainConvolution: Module {
  var weights: Tensor
  var bias: Tensor

  var parameters: [Tensor] {
    get { [weights, bias] }
    set { (weights, bias) = (newValue[0], newValue[1]) }
  }

  func forward(_ x: Tensor, training: Bool) -> (output: Tensor, cache: Cache) {
    (LoopConvolution(weights: weights, bias: bias).forward(x), [x])
  }

  func backward(_ upstream: Tensor, cache: Cache) -> (x: Tensor, parameters: [Tensor]) {
    let back = LoopConvolution(weights: weights, bias: bias).backward(upstream, of: cache[0])
    return (back.x, [back.weights, back.bias])
  }
}

/// A module whose output has two channels, as high and wide as its input: of the first, each entry is a
/// sum of some inputs, as far as they are above 0; the second is the first channel of the input itself, times
/// 1000. In training its output is 0, and what comes back reaches two columns further to the right, as no
/// other mistake has it.
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
        y[n, 0, o, p] += tap.factor * max(x[n, tap.channel, o + tap.row, p + tap.column], 0)
      }
    }
    return (training ? 0 * y : y, [x, Tensor(training ? 2.0 : 0.0)])
  }

  func backward(_ upstream: Tensor, cache: Cache) -> (x: Tensor, parameters: [Tensor]) {
    let (x, reach) = (cache[0], Int(cache[1].scalar))
    var dx = Tensor(zerosLike: x)
    forEachEntry(x) { n, o, p in
      dx[n, 0, o, p] += 1000 * upstream[n, 1, o, p]
      for column in Set([p, p + reach]) {
        for tap in taps where isInside(tap, o, column, x) {
          let place = (n, tap.channel, o + tap.row, column + tap.column)
          guard x[place.0, place.1, place.2, place.3] > 0 else { continue }
          dx[place.0, place.1, place.2, place.3] += tap.factor * upstream[n, 0, o, p]
        }
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

/// A module that learns nothing: y = x / 2.
struct Halving: Module {
  var parameters: [Tensor] {
    get { [] }
    set {}
  }

  func forward(_ x: Tensor, training: Bool) -> (output: Tensor, cache: Cache) { (x / 2, []) }

  func backward(_ upstream: Tensor, cache: Cache) -> (x: Tensor, parameters: [Tensor]) {
    (upstream / 2, [])
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
