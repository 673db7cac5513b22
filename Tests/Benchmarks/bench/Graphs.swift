import Foundation
import Tensors

#if GRADUS_EDITOR
  import Exercise05
  import Exercise07

  /// Prints what the operations of exercise 07 give, and pass back, as JSON.
  ///
  /// The file has a list of cases: an operation, its leaves, and the gradient from above. `autograd.py`
  /// writes it. The exercises are there where the package is built with `GRADUS_EDITOR=1`, and finished
  /// with `GRADUS_SOLUTIONS=1`.
  func printGraphs(_ file: String) throws {
    let cases = try JSONDecoder().decode(
      [GraphCase].self, from: Data(contentsOf: URL(fileURLWithPath: file)))
    print(String(decoding: try JSONEncoder().encode(cases.map(\.outcome)), as: UTF8.self))
  }

  private struct GraphOutcome: Encodable {
    var value: Entries
    var gradients: [Entries]
  }

  private struct GraphCase: Decodable {
    var operation: String
    var leaves: [Entries]
    var upstream: Entries?
    var axis: Int?
    var numbers: [Int]?
    var exponent: Double?

    var outcome: GraphOutcome {
      let nodes = leaves.map { Node($0.tensor) }
      let result = applied(to: nodes)
      if let upstream { result.backward(upstream.tensor) }
      return GraphOutcome(
        value: Entries(result.value), gradients: nodes.map { Entries($0.gradient) })
    }

    private func applied(to x: [Node]) -> Node {
      let (axis, numbers) = (axis ?? 0, numbers ?? [])
      switch operation {
      case "add": return x[0] + x[1]
      case "subtract": return x[0] - x[1]
      case "negate": return -x[0]
      case "multiply": return x[0] * x[1]
      case "divide": return x[0] / x[1]
      case "power": return pow(x[0], exponent ?? 1)
      case "exp": return exp(x[0])
      case "log": return log(x[0])
      case "relu": return relu(x[0])
      case "tanh": return tanh(x[0])
      case "sigmoid": return sigmoid(x[0])
      case "sum": return self.axis == nil ? x[0].sum() : x[0].sum(along: axis)
      case "mean": return self.axis == nil ? x[0].mean() : x[0].mean(along: axis)
      case "max": return self.axis == nil ? x[0].max() : x[0].max(along: axis)
      case "logSumExp": return x[0].logSumExp(along: axis)
      case "matmul": return x[0].matmul(x[1])
      case "reshape": return x[0].reshaped(to: numbers)
      case "transpose": return x[0].transposed(permuting: numbers)
      case "concatenate": return Node(concatenating: x, along: axis)
      case "rows": return x[0].rows(at: numbers)
      case "gather": return x[0].gathered(at: numbers, along: axis)
      case "detach": return x[0].detached() * x[0]
      case "network":
        return (relu(x[0].matmul(x[1]) + x[2]).matmul(x[3]) + x[4]).logSumExp(along: 1).mean()
      default: fatalError("no operation \(operation)")
      }
    }
  }

  /// Prints the median seconds of a step of the network on the graph, and of the one that exercise 05 has
  /// written by hand: "graph" and "hand".
  ///
  /// - Parameter sizes: Inputs, hidden units, classes and the samples of a batch.
  func printSteps(_ sizes: [Int]) throws {
    var generator = SeededGenerator(seed: 7)
    var net = ClassificationNet(
      sizes: Array(sizes.prefix(3)), weightDeviation: 0.01, regularization: 1e-3, using: &generator)
    net.parameters = net.parameters.map { $0.converted(to: .float32) }
    let graph = GraphNet(parameters: net.parameters, regularization: 1e-3)
    let x = Tensor(normal: [sizes[3], sizes[0]], using: &generator).converted(to: .float32)
    let labels = (0..<sizes[3]).map { $0 % sizes[2] }
    var (one, other) = (SGDMomentum(learningRate: 1e-3), SGDMomentum(learningRate: 1e-3))
    var seconds: [String: [Double]] = ["graph": [], "hand": []]
    // By turns, so that whatever slows the machine for a while slows both; and long enough for a step of
    // some microseconds to be at its pace.
    let (clock, start) = (ContinuousClock(), ContinuousClock.now)
    while clock.now - start < .milliseconds(300) || seconds["hand"]!.count < 41 {
      seconds["graph"]?.append(
        Rows.seconds { use(graph.step(x, labels: labels, with: &one)) })
      seconds["hand"]?.append(
        Rows.seconds {
          let gradients = net.loss(x, labels: labels).gradients
          other.update(&net.parameters, along: gradients)
        })
    }
    let medians = seconds.mapValues { $0.sorted()[$0.count / 2] }
    print(String(decoding: try JSONEncoder().encode(medians), as: UTF8.self))
  }
#else
  func printGraphs(_ file: String) throws {
    throw CocoaError(.featureUnsupported)
  }

  func printSteps(_ sizes: [Int]) throws {
    throw CocoaError(.featureUnsupported)
  }
#endif
