import Doorway
import Grading
import Tensors

extension Examination {
  /// Transposed convolutions without padding: not square, of one image and of one pixel, with windows that
  /// overlap, that touch, and that leave gaps, and with large entries.
  func plainTransposed() -> [TransposedInput] {
    let n = counts(2, in: 2...4)
    return [
      transposed([n[0], 2, 3, 4], filters: 3, WindowSettings(2, 3)),
      transposed([1, 3, 2, 2], filters: 2, WindowSettings(2, 2, stride: 2)),
      transposed([2, 1, 3, 2], filters: n[1], WindowSettings(3, 2, stride: 2)),
      transposed([2, 2, 1, 1], filters: 2, WindowSettings(3, 3)),
      transposed([1, 2, 2, 3], filters: 1, WindowSettings(1, 2, stride: 3)),
      transposed([2, 2, 2, 2], filters: 2, WindowSettings(2, 2), deviation: 30),
    ]
  }

  /// With padding, output padding and dilation, alone and together; with more output padding than padding;
  /// with a large window that overlaps with a large stride.
  func settledTransposed() -> [TransposedInput] {
    let n = count(in: 2...3)
    return [
      transposed(
        [n, 2, 3, 4], filters: 3, WindowSettings(3, 3, stride: 2, padding: 1), outputPadding: 1),
      transposed([1, 2, 4, 3], filters: 2, WindowSettings(3, 2, padding: 1)),
      transposed(
        [2, 1, 2, 3], filters: 2, WindowSettings(2, 2, stride: 3, padding: 1), outputPadding: 2),
      transposed([1, 2, 3, 2], filters: 2, WindowSettings(2, 3, dilation: 2)),
      transposed(
        [2, 2, 2, 3], filters: 2, WindowSettings(3, 2, stride: 2, padding: 2, dilation: 2),
        outputPadding: 1),
      transposed([1, 1, 2, 2], filters: 1, WindowSettings(2, 2, stride: 2), outputPadding: 1),
      transposed([2, 2, 2, 3], filters: 2, WindowSettings(4, 5, stride: 3, padding: 3)),
    ]
  }

  func allTransposed() -> [TransposedInput] { plainTransposed() + settledTransposed() }

  private func transposed(
    _ shape: [Int], filters: Int, _ window: WindowSettings, outputPadding: Int = 0,
    deviation: Double = 1
  ) -> TransposedInput {
    TransposedInput(
      x: deviation * normal(shape),
      weights: normal([shape[1], filters, window.height, window.width]),
      bias: normal([filters]), window: window, outputPadding: outputPadding)
  }

  /// Asks whether the subject's transposed convolutions, without their bias, are the adjoints of the
  /// convolutions with the same weights: ⟨Aᵀx, y⟩ = ⟨x, Ay⟩.
  func proveAdjoint() throws {
    for var input in allTransposed() {
      input.bias = Tensor(zerosLike: input.bias)
      let made = try ask(.transposedConvolution, LayerRun([input])).outputs[0]
      let y = normal(made.shape)
      let (window, q) = (input.window, input.window.padding)
      let (size, stride) = ([window.height, window.width], window.stride)
      let windows = y.padded(by: [0, 0, q, q]).windows(
        of: size, stride: stride, dilation: window.dilation)
      // [N, O, P, C], with the places of the convolution, which are the pixels of x.
      let back = windows.tensordot(input.weights, along: [1, 4, 5], and: [1, 2, 3])
        .transposed(permuting: [0, 3, 1, 2])
      try expect(back.shape == input.x.shape, "the convolution of \(y.shape) is \(back.shape)")
      let gap = (made * y).sum() - (input.x * back).sum()
      try expect(abs(gap) < 1e-9, "⟨Aᵀx, y⟩ - ⟨x, Ay⟩ is \(gap)")
    }
  }
}
