import Datasets
import Foundation
import Tensors

/// Pixels of 8 bits, grey or red, green and blue, row by row.
public struct PixelImage: Sendable, Equatable {
  public let width: Int
  public let height: Int

  /// 1 or 3 an entry.
  public let channels: Int
  let bytes: [UInt8]

  init(width: Int, height: Int, channels: Int, bytes: [UInt8]) {
    precondition(bytes.count == width * height * channels && [1, 3].contains(channels))
    (self.width, self.height, self.channels) = (width, height, channels)
    self.bytes = bytes
  }

  /// Image `index` of a set.
  public init(_ images: Images, at index: Int) {
    let planes = images.bytes(in: index..<index + 1)
    self.init(planes: planes, shape: images.shape)
  }

  /// Planes that follow one another, as many as `shape` `[channels, height, width]` says; the first
  /// alone where they are neither 1 nor 3.
  init(planes: [UInt8], shape: [Int]) {
    let channels = shape[0] == 3 ? 3 : 1
    let size = shape[1] * shape[2]
    self.init(
      width: shape[2], height: shape[1], channels: channels,
      bytes: (0..<size * channels).map { planes[$0 % channels * size + $0 / channels] })
  }

  /// `[channels, height, width]`, with black at `lowest` and white at `highest`. Nothing is known of
  /// the numbers: what is none is black.
  ///
  /// Nil for a shape that no picture has.
  public init?(_ tensor: Tensor, from lowest: Double, to highest: Double) {
    guard tensor.shape.count == 3, tensor.count > 0, tensor.count <= 1 << 20 else { return nil }
    let scale = highest > lowest ? 255 / (highest - lowest) : 0
    self.init(
      planes: tensor.scalars.map { number in
        let level = (number - lowest) * scale
        return level >= 0 ? UInt8(min(level, 255).rounded()) : 0
      }, shape: tensor.shape)
  }

  /// `[channels, height, width]`, with 0 as the middle grey and the largest number, whatever its sign,
  /// at an end.
  public init?(around0 tensor: Tensor) {
    let largest = tensor.scalars.lazy.filter(\.isFinite).map(abs).max() ?? 0
    self.init(tensor, from: -largest, to: largest)
  }

  /// Images of one size beside one another, with a gap of `gap` pixels between them.
  public init(beside images: [PixelImage], gap: Int = 2) {
    let first = images[0]
    let width = images.count * (first.width + gap) - gap
    var bytes: [UInt8] = []
    bytes.reserveCapacity(width * first.height * first.channels)
    let between = [UInt8](repeating: 255, count: gap * first.channels)
    for y in 0..<first.height {
      let row = first.width * first.channels
      for (i, image) in images.enumerated() {
        if i > 0 { bytes += between }
        bytes += image.bytes[y * row..<(y + 1) * row]
      }
    }
    self.init(width: width, height: first.height, channels: first.channels, bytes: bytes)
  }

  /// The image in the address itself, so that a page needs no other file.
  var address: String { "data:image/png;base64,\(PNG.data(of: self).base64EncodedString())" }
}
