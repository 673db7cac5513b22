import Exercise09
import Tensors

public struct ConvTranspose2D: Module {
  public var weights: Tensor
  public var bias: Tensor
  public var window: Window
  public var outputPadding: Int

  public init(weights: Tensor, bias: Tensor, window: Window, outputPadding: Int = 0) {
    self.weights = weights
    self.bias = bias
    self.window = window
    self.outputPadding = outputPadding
  }

  public init(
    from channels: Int, to filters: Int, _ window: Window, outputPadding: Int = 0,
    using generator: inout some RandomNumberGenerator
  ) {
    let inputs = Double(channels * window.height * window.width)
    let weights = Tensor(
      normal: [channels, filters, window.height, window.width], using: &generator)
    self.init(
      weights: (2 / inputs).squareRoot() * weights, bias: Tensor(zeros: [filters]), window: window,
      outputPadding: outputPadding)
  }

  public var parameters: [Tensor] {
    get { [weights, bias] }
    set { (weights, bias) = (newValue[0], newValue[1]) }
  }

  public func size(rows: Int, columns: Int) -> (rows: Int, columns: Int) {
    func size(_ count: Int, _ length: Int) -> Int {
      (count - 1) * window.stride - 2 * window.padding + window.dilation * (length - 1) + 1
        + outputPadding
    }
    return (size(rows, window.height), size(columns, window.width))
  }

  public func forward(_ x: Tensor, training: Bool) -> (output: Tensor, cache: Cache) {
    let (rows, columns) = size(rows: x.shape[2], columns: x.shape[3])
    var y = Tensor(zeros: [x.shape[0], bias.count, rows, columns]).converted(to: x.elementType)
    for n in 0..<y.shape[0] {
      for f in 0..<y.shape[1] {
        for r in 0..<rows {
          for s in 0..<columns { y[n, f, r, s] = bias[f] }
        }
      }
    }
    forEachProduct(x.shape, rows, columns) { n, c, f, i, j, k, l, row, column in
      y[n, f, row, column] += weights[c, f, k, l] * x[n, c, i, j]
    }
    return (y, [x])
  }

  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    let x = cache[0]
    var dx = Tensor(zerosLike: x)
    var dw = Tensor(zerosLike: weights)
    var db = Tensor(zerosLike: bias)
    forEachProduct(x.shape, upstream.shape[2], upstream.shape[3]) {
      n, c, f, i, j, k, l, row, column in
      dx[n, c, i, j] += weights[c, f, k, l] * upstream[n, f, row, column]
      dw[c, f, k, l] += x[n, c, i, j] * upstream[n, f, row, column]
    }
    for n in 0..<upstream.shape[0] {
      for f in 0..<upstream.shape[1] {
        for r in 0..<upstream.shape[2] {
          for s in 0..<upstream.shape[3] { db[f] += upstream[n, f, r, s] }
        }
      }
    }
    return (dx, [dw, db])
  }
}

extension ConvTranspose2D {
  private func forEachProduct(
    _ shape: [Int], _ rows: Int, _ columns: Int,
    _ body: (Int, Int, Int, Int, Int, Int, Int, Int, Int) -> Void
  ) {
    for n in 0..<shape[0] {
      for c in 0..<shape[1] {
        for f in 0..<weights.shape[1] {
          for i in 0..<shape[2] {
            for j in 0..<shape[3] {
              for k in 0..<window.height {
                let row = window.position(of: k, at: i)
                if row < 0 || row >= rows { continue }
                for l in 0..<window.width {
                  let column = window.position(of: l, at: j)
                  if column < 0 || column >= columns { continue }
                  body(n, c, f, i, j, k, l, row, column)
                }
              }
            }
          }
        }
      }
    }
  }
}
