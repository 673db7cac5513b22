import Tensors

/// What the page's script reads.
struct PlaygroundData: Encodable {
  struct Points: Encodable {
    /// x, y, x, y, …
    var training: [Double]
    var test: [Double]
  }

  struct Network: Encodable {
    /// Log-odds of each look, place by place.
    var plane: String
    var weights: String

    /// The loss that each epoch returned.
    var losses: String

    /// Of each look: loss and accuracy in training, loss and accuracy in test.
    var scores: String
  }

  var alphabet = PlaygroundText.alphabet
  var reach: Double
  var cells: Int
  var looks: [Int]
  var widths: [Int]
  var depths: [Int]
  var activations: [String]
  var counts: [Int]
  var points: [Points]
  var networks: [Network]

  init(_ playground: Playground) {
    let plan = playground.plan
    reach = plan.reach
    cells = plan.cells
    looks = plan.looks
    widths = plan.widths
    depths = plan.depths
    activations = plan.activations.map(\.rawValue)
    counts = [
      plan.patterns.count, plan.activations.count, plan.widths.count, plan.depths.count,
      plan.rates.count, plan.regularizations.count,
    ]
    points = plan.patterns.map {
      Points(
        training: plan.trainingPoints(of: $0).inputs.reshaped(to: [-1]).scalars,
        test: plan.testPoints(of: $0).inputs.reshaped(to: [-1]).scalars)
    }
    networks = playground.networks.map { network in
      Network(
        plane: Self.text(network.looks.flatMap(\.logOdds), PlaygroundText.logOdds),
        weights: Self.text(network.looks.flatMap(\.parameters), PlaygroundText.weight),
        losses: Self.text(network.losses, PlaygroundText.loss),
        scores: network.looks.flatMap { [$0.training, $0.test] }.map {
          Self.text([$0.loss], PlaygroundText.loss)
            + Self.text([$0.accuracy], PlaygroundText.fraction)
        }.joined())
    }
  }

  private static func text(_ numbers: [Double], _ letters: (Double) -> [UInt8]) -> String {
    String(decoding: numbers.flatMap(letters), as: UTF8.self)
  }
}
