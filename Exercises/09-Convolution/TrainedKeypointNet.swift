import Datasets
import Exercise05
import Tensors

/// What has become of a network for keypoints.
///
/// Read it; there is nothing to write here.
public struct TrainedKeypointNet: Sendable {
  public var network: Chain

  /// The mean loss of each epoch.
  public var losses: [Double] = []

  /// Trains `mine` on all faces, in `float32`.
  public init(training mine: MyKeypointNet, on faces: KeypointImages, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    network = mine.network(
      image: faces.images.shape, outputs: faces.keypoints.shape[1], using: &generator)
    network.convertToFloat32()
    let count = faces.images.count
    let updates = (count + mine.batchSize - 1) / mine.batchSize
    var optimizer = mine.optimizer(updates: mine.epochs * updates)
    for _ in 0..<mine.epochs {
      let order = (0..<count).shuffled(using: &generator)
      var sum = 0.0
      for start in stride(from: 0, to: count, by: mine.batchSize) {
        let batch = Array(order[start..<min(start + mine.batchSize, count)])
        let targets = faces.keypoints.rows(at: batch).converted(to: .float32)
        let x = Self.scaled(faces.images.pixels(at: batch))
        let squares = MeanSquaredError()
        sum += network.step(x, with: &optimizer) { y in
          let (loss, cache) = squares.forward(y, targets: targets)
          return (loss, squares.backward(cache: cache))
        }
      }
      losses.append(sum / Double(updates))
    }
  }

  /// Returns the coordinates of the keypoints of each image, `[N, D]`.
  public func keypoints(of images: Images) -> Tensor {
    var network = network
    let x = Self.scaled(images.pixels(in: 0..<images.count))
    return network.forward(x, training: false).output
  }

  /// Pixels from 0 ... 1 to -2 ... 2.
  private static func scaled(_ pixels: Tensor) -> Tensor { 4 * pixels - 2 }
}
