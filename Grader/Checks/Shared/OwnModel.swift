import Datasets
import Doorway
import Grading
import Tensors

/// The file of a trained network of exercise 06: what a tensor in it is called, and what is in its
/// metadata.
enum OwnModel {
  /// 5,000,000 numbers of 4 bytes are 19.1 MiB; the rest is for what the file says of them.
  static let file = ModelFile(bytes: 20 << 20, parameters: 5_000_000)

  private static let statistics = ["mean", "deviation"]

  /// What the metadata have for the name of the set that the network was trained on.
  static let dataset = "dataset"

  private static func names(ofParameters count: Int) -> [String] {
    (0..<count).map { "layers.\($0 / 2).\($0.isMultiple(of: 2) ? "weights" : "bias")" }
  }

  static func tensors(of weights: OwnWeights) -> [String: Tensor] {
    let names = names(ofParameters: weights.parameters.count) + statistics
    let tensors = weights.parameters + [weights.mean, weights.deviation]
    return Dictionary(uniqueKeysWithValues: zip(names, tensors))
  }

  /// Returns what `model` holds for a network with parameters of those shapes.
  ///
  /// - Throws: `RefusedWork` where it holds something else.
  static func weights(in model: Safetensors, shapes: [[Int]], channels: Int) throws -> OwnWeights {
    let names = names(ofParameters: shapes.count) + statistics
    let expected = shapes + statistics.map { _ in [channels] }
    let tensors = try tensors(named: names, of: expected, in: model, file)
    return OwnWeights(
      parameters: tensors.dropLast(2).map { $0.converted(to: .float32) },
      mean: tensors[tensors.count - 2], deviation: tensors[tensors.count - 1])
  }

  /// Returns what `model` holds, in whatever shapes: for one that was kept to be looked at.
  static func weights(in model: Safetensors) throws -> OwnWeights {
    let layers = model.entries.count { $0.name.hasPrefix("layers.") }
    let names = names(ofParameters: layers) + statistics
    let shapes = names.map { name in model.entries.first { $0.name == name }?.shape ?? [] }
    let tensors = try tensors(named: names, of: shapes, in: model, file)
    guard layers > 0, layers.isMultiple(of: 2) else {
      throw RefusedWork.otherTensors(file: file.name, name: "layers.0.weights", isThere: false)
    }
    return OwnWeights(
      parameters: tensors.dropLast(2).map { $0.converted(to: .float32) },
      mean: tensors[layers], deviation: tensors[layers + 1])
  }

  /// Returns the tensors of `model` by their names, each in its shape.
  ///
  /// - Throws: `RefusedWork` where it holds others.
  static func tensors(
    named names: [String], of shapes: [[Int]], in model: Safetensors, _ file: ModelFile
  ) throws -> [Tensor] {
    if let entry = model.entries.first(where: { !names.contains($0.name) }) {
      throw RefusedWork.otherTensors(file: file.name, name: entry.name, isThere: true)
    }
    return try zip(names, shapes).map { name, shape in
      guard let entry = model.entries.first(where: { $0.name == name }) else {
        throw RefusedWork.otherTensors(file: file.name, name: name, isThere: false)
      }
      guard entry.shape == shape else {
        throw RefusedWork.otherShape(
          file: file.name, name: name, shape: entry.shape, expected: shape)
      }
      do throws(DatasetError) {
        return try model.tensor(named: name)
      } catch {
        throw RefusedWork.unreadModel(error)
      }
    }
  }

  /// Returns how many numbers such parameters have.
  ///
  /// - Throws: `RefusedWork` where there are more than the file may hold.
  static func checkCount(of shapes: [[Int]]) throws -> Int {
    let count = shapes.reduce(0) { sum, shape in
      let product = shape.reduce(1) { product, length in
        let (next, overflows) = product.multipliedReportingOverflow(by: max(length, 0))
        return overflows ? .max : next
      }
      let (next, overflows) = sum.addingReportingOverflow(product)
      return overflows ? .max : next
    }
    guard count <= file.parameters else {
      throw RefusedWork.parameters(count, limit: file.parameters)
    }
    return count
  }
}
