import Doorway
import Grading
import Tensors

/// Convolutions to follow by hand.
enum SmallConvolutions {
  /// A single product; one window; one that moves; two channels, two filters; padding, and a stride.
  static let plain = [
    make([1, 1, 1, 1], filters: 1, WindowSettings(1, 1)),
    make([1, 1, 1, 2], filters: 1, WindowSettings(1, 2)),
    make([1, 1, 1, 3], filters: 1, WindowSettings(1, 2)),
    make([1, 2, 1, 1], filters: 1, WindowSettings(1, 1)),
    make([1, 1, 1, 1], filters: 2, WindowSettings(1, 1)),
    make([2, 1, 1, 1], filters: 1, WindowSettings(1, 1)),
    make([1, 1, 2, 2], filters: 1, WindowSettings(2, 2)),
    make([1, 1, 2, 3], filters: 1, WindowSettings(2, 2)),
    make([1, 1, 1, 1], filters: 1, WindowSettings(2, 2, padding: 1)),
    make([1, 1, 1, 4], filters: 1, WindowSettings(1, 2, stride: 2)),
  ]

  static let dilated = [
    make([1, 1, 1, 3], filters: 1, WindowSettings(1, 2, dilation: 2)),
    make([1, 1, 3, 3], filters: 1, WindowSettings(2, 2, dilation: 2)),
  ]

  static let grouped = [
    make([1, 2, 1, 1], filters: 2, WindowSettings(1, 1), groups: 2),
    make([1, 4, 1, 1], filters: 2, WindowSettings(1, 1), groups: 2),
  ]

  private static func make(
    _ shape: [Int], filters: Int, _ window: WindowSettings, groups: Int = 1
  ) -> ConvolutionInput {
    ConvolutionInput(
      x: SmallCases.tensor(shape),
      weights: SmallCases.tensor(
        [filters, shape[1] / groups, window.height, window.width], from: 2),
      bias: SmallCases.tensor([filters], from: 6), window: window, groups: groups)
  }
}

extension Examination {
  /// Convolutions of one group whose entries are neighbours: not square, of one image, with strides that
  /// do not divide, with a padding that is larger than the window, of one pixel, with large entries, windows
  /// of one entry, and many images, channels and filters.
  func plainConvolutions() -> [ConvolutionInput] {
    let n = counts(2, in: 2...4)
    return [
      convolution([n[0], 2, 4, 5], filters: 3, WindowSettings(2, 3)),
      convolution([1, 3, 5, 5], filters: 2, WindowSettings(3, 3, padding: 1)),
      convolution([2, 1, 5, 6], filters: n[1], WindowSettings(2, 2, stride: 2, padding: 1)),
      convolution([1, 2, 3, 4], filters: 2, WindowSettings(1, 2, padding: 2)),
      convolution([3, 2, 1, 1], filters: 1, WindowSettings(1, 1)),
      convolution([2, 2, 6, 4], filters: 2, WindowSettings(3, 1, stride: 2), deviation: 30),
      convolution([2, 2, 2, 3], filters: 2, WindowSettings(3, 2, stride: 3, padding: 2)),
      convolution([2, 3, 3, 4], filters: 2, WindowSettings(1, 1, stride: n[1])),
      convolution([n[0], 2, 2, 1], filters: 3, WindowSettings(1, 1, padding: 1)),
      convolution([count(in: 33...40), 1, 2, 2], filters: 1, WindowSettings(2, 1)),
      convolution(
        [1, count(in: 9...11), 2, 2], filters: count(in: 17...19), WindowSettings(1, 2)),
    ]
  }

  func dilatedConvolutions() -> [ConvolutionInput] {
    let n = counts(2, in: 2...3)
    return [
      convolution([n[0], 2, 5, 7], filters: 2, WindowSettings(2, 3, padding: 1, dilation: 2)),
      convolution([1, 1, 7, 6], filters: n[1], WindowSettings(3, 2, stride: 2, dilation: 3)),
      convolution(
        [2, 1, 4, 4], filters: 2, WindowSettings(2, 2, stride: 3, padding: 2, dilation: 2)),
      convolution([1, 2, 8, 9], filters: 1, WindowSettings(2, 2, dilation: count(in: 5...7))),
    ]
  }

  func groupedConvolutions() -> [ConvolutionInput] {
    [
      convolution([2, 4, 3, 4], filters: 6, WindowSettings(2, 2), groups: 2),
      convolution([1, 3, 4, 3], filters: 3, WindowSettings(3, 2, padding: 1), groups: 3),
      convolution([2, 6, 3, 3], filters: 3, WindowSettings(2, 1, stride: 2), groups: 3),
      // One channel for each filter, and more filters than channels.
      convolution([2, 2, 3, 2], filters: 2 * count(in: 2...3), WindowSettings(2, 1), groups: 2),
      convolution(
        [1, 4, 5, 4], filters: 4, WindowSettings(2, 2, stride: 2, padding: 1, dilation: 2),
        groups: 2),
    ]
  }

  func allConvolutions() -> [ConvolutionInput] {
    plainConvolutions() + dilatedConvolutions() + groupedConvolutions()
  }

  func convolution(
    _ shape: [Int], filters: Int, _ window: WindowSettings, groups: Int = 1, deviation: Double = 1
  ) -> ConvolutionInput {
    ConvolutionInput(
      x: deviation * normal(shape),
      weights: normal([filters, shape[1] / groups, window.height, window.width]),
      bias: normal([filters]), window: window, groups: groups)
  }
}
