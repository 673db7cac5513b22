import Foundation
import Tensors

/// A tensor, as the scripts read and write it.
struct Entries: Codable {
  var shape: [Int]
  var scalars: [Double]

  init(_ tensor: Tensor) { (shape, scalars) = (tensor.shape, tensor.scalars) }

  var tensor: Tensor { Tensor(shape: shape, scalars: scalars) }
}

/// A layer by its name, what it is given, and the gradient of the loss at what it gives. `layers.py`
/// writes it.
struct LayerCase: Decodable {
  var layer: String

  /// The input, or inputs, and then the parameters.
  var leaves: [Entries]
  var upstream: Entries?

  /// Numbers by the names that they have in the layer; 0 and 1 are false and true.
  var settings: [String: Double]?
  var labels: [Int]?

  /// 1 where there is something to be looked at.
  var mask: Entries?

  /// Rows of tokens, of different lengths.
  var source: [[Int]]?
  var target: [[Int]]?

  func leaf(_ number: Int) -> Tensor { leaves[number].tensor }

  func number(_ name: String) -> Double? { settings?[name] }

  func integer(_ name: String, or other: Int = 0) -> Int {
    settings?[name].map { Int($0) } ?? other
  }

  func isSet(_ name: String) -> Bool { integer(name) == 1 }

  /// The gradient from above; 1 at a loss.
  var slope: Tensor { upstream?.tensor ?? Tensor(1) }

  var keep: Mask? { mask.map { Mask(shape: $0.shape, $0.scalars.map { $0 != 0 }) } }
}

/// What a layer gives, and the gradients at the leaves, in their order.
struct LayerOutcome: Encodable {
  var output: Entries
  var gradients: [Entries]

  init(_ output: Tensor, _ gradients: [Tensor] = []) {
    self.output = Entries(output)
    self.gradients = gradients.map(Entries.init)
  }
}

/// Prints what comes of the cases in a file, as JSON.
func printOutcomes(_ file: String, of outcome: (LayerCase) -> LayerOutcome) throws {
  let cases = try JSONDecoder().decode(
    [LayerCase].self, from: Data(contentsOf: URL(fileURLWithPath: file)))
  print(String(decoding: try JSONEncoder().encode(cases.map(outcome)), as: UTF8.self))
}
