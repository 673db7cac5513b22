import Datasets
import Doorway
import Tensors

/// What the playground trains: each network of a grid of settings, on each set of points.
struct PlaygroundPlan: Sendable {
  var patterns = PlanePoints.Pattern.allCases
  var activations = PlaygroundRun.Activation.allCases
  var widths = [2, 4, 8]
  var depths = [1, 2]
  var rates = [0.01, 0.1]
  var regularizations = [0, 0.003]

  /// After how many epochs a network is looked at: more often at first, where most happens.
  var looks = [0, 1, 2, 3, 5, 8, 12, 18, 25, 35, 50, 70, 100, 140, 200]
  var trainingCount = 120
  var testCount = 200
  var batchSize = 15
  var momentum = 0.9

  /// The plane is looked at from `-reach` to `reach` along both axes, at `cells` · `cells` places.
  var reach = 2.5
  var cells = 20
  let seed: UInt64

  init(seed: UInt64) {
    self.seed = seed
  }

  /// One network that is trained.
  struct Setting: Sendable, Equatable {
    var pattern: PlanePoints.Pattern
    var activation: PlaygroundRun.Activation
    var width: Int
    var depth: Int
    var rate: Double
    var regularization: Double

    var sizes: [Int] { [2] + [Int](repeating: width, count: depth) + [2] }

    /// The shapes of weights and bias, layer by layer.
    var parameterShapes: [[Int]] {
      zip(sizes, sizes.dropFirst()).flatMap { [[$0, $1], [$1]] }
    }

    var parameterCount: Int { parameterShapes.map { $0.reduce(1, *) }.reduce(0, +) }
  }

  /// All settings: the page finds each by its place in this order.
  var settings: [Setting] {
    patterns.flatMap { pattern in
      activations.flatMap { activation in
        widths.flatMap { width in
          depths.flatMap { depth in
            rates.flatMap { rate in
              regularizations.map {
                Setting(
                  pattern: pattern, activation: activation, width: width, depth: depth,
                  rate: rate, regularization: $0)
              }
            }
          }
        }
      }
    }
  }

  func trainingPoints(of pattern: PlanePoints.Pattern) -> PlanePoints {
    PlanePoints(pattern, count: trainingCount, seed: seed)
  }

  /// Of the same pattern, and none that is trained on.
  func testPoints(of pattern: PlanePoints.Pattern) -> PlanePoints {
    PlanePoints(pattern, count: testCount, seed: ~seed)
  }

  /// The places of the plane row by row from the top left, then the training and the test points.
  func places(of pattern: PlanePoints.Pattern) -> Tensor {
    let steps = (0..<cells).map { 2 * reach * Double($0) / Double(cells - 1) - reach }
    let plane = steps.reversed().flatMap { y in steps.flatMap { [$0, y] } }
    let points = [trainingPoints(of: pattern), testPoints(of: pattern)].flatMap {
      $0.inputs.reshaped(to: [-1]).scalars
    }
    return Tensor(
      shape: [cells * cells + trainingCount + testCount, 2], scalars: plane + points)
  }

  func run(_ setting: Setting) -> PlaygroundRun {
    let points = trainingPoints(of: setting.pattern)
    return PlaygroundRun(
      points: points.inputs, labels: points.labels, places: places(of: setting.pattern),
      sizes: setting.sizes, activation: setting.activation,
      // A sigmoid passes on a quarter of what comes back at most, and needs larger weights.
      weightDeviation: setting.activation == .relu ? 0.7 : 1,
      learningRate: setting.rate, momentum: momentum, regularization: setting.regularization,
      batchSize: batchSize, looks: looks, seed: seed)
  }
}
