import Foundation
import Tensors

#if GRADUS_EDITOR
  import Exercise08

  /// Batch normalization there and back, as the solution of exercise 08 has it.
  func timeNormalizations(_ rows: inout Rows) {
    guard rows.wants("normalization") else { return }
    for (typeName, type) in types {
      for (n, d) in [(256, 1024), (128, 512)] {
        let (x, upstream) = (random([n, d], type), random([n, d], type))
        var layer = BatchNormalization(features: d)
        (layer.scale, layer.shift) = (random([d], type), random([d], type))
        (layer.runningMean, layer.runningVariance) = (random([d], type), random([d], type))
        rows.measure("normalization", "batch norm, there and back \(n)x\(d) \(typeName)") {
          let (y, cache) = layer.forward(x, mode: .training)
          use(y)
          use(layer.backward(upstream, cache: cache).x)
        }
      }
    }
  }

  /// Prints what the layers of exercise 08 give, and pass back, as JSON. `normalization.py` writes the
  /// file.
  func printNormalizations(_ file: String) throws {
    let cases = try JSONDecoder().decode(
      [NormalizationCase].self, from: Data(contentsOf: URL(fileURLWithPath: file)))
    print(String(decoding: try JSONEncoder().encode(cases.map(\.outcome)), as: UTF8.self))
  }

  private struct NormalizationCase: Decodable {
    var layer: String
    var x: Entries
    var scale: Entries
    var shift: Entries
    var upstream: Entries
    var groups: Int

    /// The output, and the gradients at x, scale and shift.
    var outcome: [Entries] {
      let (x, upstream) = (x.tensor, upstream.tensor)
      switch layer {
      case "group":
        var layer = GroupNormalization(groups: groups, channels: scale.tensor.count)
        (layer.scale, layer.shift) = (scale.tensor, shift.tensor)
        let (y, cache) = layer.forward(x)
        return entries(y, layer.backward(upstream, cache: cache))
      case "layer":
        var layer = LayerNormalization(features: scale.tensor.count)
        (layer.scale, layer.shift) = (scale.tensor, shift.tensor)
        let (y, cache) = layer.forward(x)
        return entries(y, layer.backward(upstream, cache: cache))
      default:
        var layer = BatchNormalization(features: scale.tensor.count)
        (layer.scale, layer.shift) = (scale.tensor, shift.tensor)
        let (y, cache) = layer.forward(x, mode: mode)
        return entries(y, layer.backward(upstream, cache: cache))
      }
    }

    private var mode: Mode { layer == "batch" ? .training : .testing }

    private func entries(_ y: Tensor, _ back: (x: Tensor, scale: Tensor, shift: Tensor))
      -> [Entries]
    {
      [Entries(y), Entries(back.x), Entries(back.scale), Entries(back.shift)]
    }
  }
#else
  func timeNormalizations(_ rows: inout Rows) {}

  func printNormalizations(_ file: String) throws {
    throw CocoaError(.featureUnsupported)
  }
#endif
