import Tensors

/// The mean and the deviation of each channel of a set of images, on the scale 0…1.
public struct ChannelStatistics: Sendable, Equatable {
  /// float64 `[channels]`
  public let mean: Tensor

  /// float64 `[channels]`: the square root of the mean squared distance from the mean.
  public let deviation: Tensor

  /// Both of shape `[channels]`.
  public init(mean: Tensor, deviation: Tensor) {
    self.mean = mean
    self.deviation = deviation
  }

  /// Computed from whole-number sums, so that only the last steps round, and no order of adding
  /// matters.
  ///
  /// Traps when there is no image.
  public init(of images: Images) {
    guard images.count > 0 else { fatalError("ChannelStatistics: there is no image") }
    let channels = images.shape[0]
    let planeSize = images.shape[1] * images.shape[2]
    var sums = [UInt64](repeating: 0, count: channels)
    var squares = [UInt64](repeating: 0, count: channels)
    for image in 0..<images.count {
      images.withBytes(ofImage: image) { bytes in
        for channel in 0..<channels {
          // Neither can overflow: 2⁶⁴ is the sum of 2⁴⁸ squared bytes.
          var sum: UInt64 = 0
          var square: UInt64 = 0
          for i in channel * planeSize..<(channel + 1) * planeSize {
            let value = UInt64(bytes[i])
            sum &+= value
            square &+= value &* value
          }
          sums[channel] += sum
          squares[channel] += square
        }
      }
    }
    let n = UInt64(images.count * planeSize)
    mean = Tensor(sums.map { Double($0) / (255 * Double(n)) })
    deviation = Tensor(
      zip(sums, squares).map { sum, square in
        // n²·variance; for CIFAR-10 it needs 68 bits.
        let scaled = Int128(n) * Int128(square) - Int128(sum) * Int128(sum)
        return Double(scaled).squareRoot() / (255 * Double(n))
      })
  }

  /// `pixels` with mean 0 and deviation 1 in each channel, when they are what was measured:
  /// `(pixels − mean) / deviation`, of the same type and shape `[N, channels, height, width]`.
  ///
  /// A channel that never varies has deviation 0 and is divided by 1 instead.
  public func standardized(_ pixels: consuming Tensor) -> Tensor {
    let perChannel = [mean.count, 1, 1]
    let isConstant = deviation .== 0
    let divisor = deviation.replacing(with: 1, where: isConstant)
    return (pixels - mean.reshaped(to: perChannel)) / divisor.reshaped(to: perChannel)
  }
}
