import Foundation
import Tensors

#if GRADUS_EDITOR
  import Exercise04
  import Exercise05
  import Exercise06
  import Exercise08
  import Exercise09
  import Exercise10
  import Exercise11

  /// Prints what the solutions make of formulas on which libraries part. `conventions.py` writes the file.
  func printConventions(_ file: String) throws {
    try printOutcomes(file) { $0.convention }
  }

  extension LayerCase {
    fileprivate var convention: LayerOutcome {
      switch layer {
      case "ReLU": return through(ReLU())
      case "leaky ReLU": return through(LeakyReLU(slope: number("slope") ?? 0))
      case "absolute error": return through(L1())
      case "squared error": return through(MSE())
      case "binary cross-entropy": return through(BCEFromLogits())
      case "cross-entropy":
        let entropy = CrossEntropyFromLogits()
        let (loss, cache) = entropy.forward(leaf(0), labels: labels ?? [])
        return LayerOutcome(Tensor(loss), [entropy.backward(cache: cache, labels: labels ?? [])])
      case "embedding":
        let embedding = Exercise11.Embedding(weights: leaf(0))
        return LayerOutcome(
          embedding.forward(labels ?? []), [embedding.backward(slope, words: labels ?? [])])
      case "momentum":
        return isSet("nesterov")
          ? walked(NesterovMomentum(learningRate: 0), by: \.learningRate)
          : walked(SGDMomentum(learningRate: 0), by: \.learningRate)
      case "clipping":
        return LayerOutcome(clipped([leaf(0)], toNorm: number("limit") ?? 1).gradients[0])
      case "schedule":
        let schedule = Schedule(
          peak: 1, warmup: integer("warmup"), decay: .cosine(length: integer("length"), floor: 0))
        return LayerOutcome(
          Tensor(leaf(0).scalars.map { schedule.learningRate(at: Int($0)) }))
      case "argmax": return LayerOutcome(Tensor(leaf(0).argmax(along: 1)))
      default: return isSet("start") ? start : normalization
      }
    }

    /// A parameter 0 with the gradient 1, after steps with the rates of the input.
    private func walked<Walker: Exercise05.Optimizer>(
      _ optimizer: Walker, by rate: WritableKeyPath<Walker, Double>
    ) -> LayerOutcome {
      var (optimizer, parameters) = (optimizer, [Tensor(0)])
      let places = leaf(0).scalars.map { value in
        optimizer[keyPath: rate] = value
        optimizer.update(&parameters, along: [Tensor(1)])
        return parameters[0].scalars[0]
      }
      return LayerOutcome(Tensor(places))
    }

    private func through(_ layer: any Layer) -> LayerOutcome {
      let (y, cache) = layer.forward(leaf(0))
      return LayerOutcome(y, [layer.backward(slope, cache: cache)])
    }

    private func through(_ loss: any Loss) -> LayerOutcome {
      let (value, cache) = loss.forward(leaf(0), targets: leaf(1))
      return LayerOutcome(Tensor(value), [loss.backward(cache: cache, targets: leaf(1))])
    }

    /// With the running mean and variance in the place of gradients, where there are any.
    private var normalization: LayerOutcome {
      let x = isSet("float32") ? leaf(0).converted(to: .float32) : leaf(0)
      switch layer {
      case "batch norm":
        var norm = BatchNormalization(features: x.shape[1])
        let y = norm.forward(x, mode: .training).output
        return LayerOutcome(y, [norm.runningMean, norm.runningVariance])
      case "layer norm":
        return LayerOutcome(LayerNormalization(features: x.shape[1]).forward(x).output)
      case "group norm":
        let norm = GroupNormalization(groups: integer("groups"), channels: x.shape[1])
        return LayerOutcome(norm.forward(x).output)
      case "dropout":
        var generator = SeededGenerator(seed: 1)
        let dropout = Dropout(probability: number("probability") ?? 0)
        return LayerOutcome(dropout.forward(x, mode: .training, using: &generator).output)
      default: fatalError("no formula \(layer)")
      }
    }

    /// Weights as a layer begins with them.
    private var start: LayerOutcome {
      var generator = SeededGenerator(seed: 1)
      let (inputs, outputs) = (integer("inputs"), integer("outputs"))
      switch layer {
      case "Xavier", "He":
        let start = layer == "He" ? Initialization.he : .xavier
        return LayerOutcome(start.weights(inputs: inputs, outputs: outputs, using: &generator))
      case "convolution":
        return LayerOutcome(
          Conv2D(
            from: inputs, to: outputs, Window(3, 3), groups: integer("groups", or: 1),
            using: &generator
          ).weights)
      case "transposed convolution":
        return LayerOutcome(
          ConvTranspose2D(from: inputs, to: outputs, Window(3, 3), using: &generator).weights)
      case "LSTM":
        let layer = RecurrentLayer(
          cell: LSTMCell(), inputs: inputs, units: outputs, using: &generator)
        return LayerOutcome(layer.bias, [layer.recurrentWeights])
      default: fatalError("no start of \(layer)")
      }
    }
  }
#else
  func printConventions(_ file: String) throws { throw CocoaError(.featureUnsupported) }
#endif
