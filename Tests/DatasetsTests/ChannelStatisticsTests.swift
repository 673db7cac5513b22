import Datasets
import Tensors
import Testing

@Suite("Channel statistics")
struct ChannelStatisticsTests {
  let data = SyntheticCIFAR10.training(count: 50, seed: 5)

  @Test("agree with mean and deviation computed in two passes over all pixels")
  func naive() {
    let statistics = data.channelStatistics()
    let pixels = data.pixels(in: 0..<data.count)
    #expect(statistics.mean.shape == [3])
    #expect(statistics.deviation.shape == [3])
    for channel in 0..<3 {
      var values: [Double] = []
      for image in 0..<data.count {
        values += pixels.row(image).row(channel).scalars
      }
      let mean = values.reduce(0, +) / Double(values.count)
      let variance = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(values.count)
      #expect(abs(statistics.mean[channel] - mean) < 1e-7)
      #expect(abs(statistics.deviation[channel] - variance.squareRoot()) < 1e-7)
    }
  }

  @Test("are exact")
  func exact() {
    let images = Images(bytes: [0, 255, 51, 51, 255, 0, 51, 51], shape: [2, 1, 2])
    let statistics = ChannelStatistics(of: images)
    #expect(statistics.mean == Tensor([0.5, 0.2]))
    #expect(statistics.deviation == Tensor([0.5, 0]))
  }

  @Test("bring every channel to mean 0 and deviation 1")
  func standardized() {
    let pixels = data.pixels(in: 0..<data.count)
    let standardized = data.channelStatistics().standardized(pixels)
    #expect(standardized.shape == [50, 3, 32, 32])
    #expect(standardized.elementType == .float32)
    let channels = standardized.transposed(permuting: [1, 0, 2, 3]).reshaped(to: [3, -1])
    for channel in 0..<3 {
      let values = channels.row(channel).converted(to: .float64)
      #expect(abs(values.mean()) < 1e-5)
      #expect(abs((values * values).mean() - 1) < 1e-5)
    }
  }

  @Test("leave a channel that never varies at 0, not at NaN")
  func constantChannel() {
    let images = Images(bytes: [7, 7, 7, 7], shape: [1, 2, 2])
    let standardized = ChannelStatistics(of: images).standardized(images.pixels(in: 0..<1))
    #expect(standardized.scalars.allSatisfy { abs($0) < 1e-7 })
  }

  @Test("of the training images standardize float64 pixels, too")
  func float64() {
    let pixels = data.pixels(in: 0..<2).converted(to: .float64)
    #expect(data.channelStatistics().standardized(pixels).elementType == .float64)
  }
}
