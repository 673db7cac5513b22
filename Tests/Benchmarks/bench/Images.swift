import Foundation
import Tensors

#if GRADUS_EDITOR
  import Exercise09
  import Exercise10

  /// Prints what the layers for images of exercises 09 and 10 give, and pass back. `convolution.py` and
  /// `segmentation.py` write the file.
  func printImageLayers(_ file: String) throws {
    try printOutcomes(file) { $0.imageOutcome }
  }

  extension LayerCase {
    fileprivate var imageOutcome: LayerOutcome {
      switch layer {
      case "mean squared error":
        let squares = MeanSquaredError()
        let (loss, cache) = squares.forward(leaf(0), targets: leaf(1))
        let slopes = squares.backward(cache: cache)
        return LayerOutcome(Tensor(loss), [slopes, -slopes])
      case "cross-entropy of pixels":
        let entropy = PixelCrossEntropy(
          classWeights: leaves.count > 1 ? leaf(1).scalars : nil, ignored: integer("ignored"))
        let (loss, cache) = entropy.forward(leaf(0), labels: labels ?? [])
        return LayerOutcome(Tensor(loss), [entropy.backward(cache: cache)])
      case "measures of pixels":
        var confusion = ConfusionMatrix(classes: integer("classes"))
        confusion.add(
          found: leaf(0).scalars.map { Int($0) }, labels: labels ?? [],
          ignored: integer("ignored"))
        return LayerOutcome(Tensor([confusion.meanIoU, confusion.pixelAccuracy]))
      default:
        var module = module
        if leaves.count > 1 { module.parameters = leaves.dropFirst().map(\.tensor) }
        let (output, cache) = module.forward(leaf(0), training: !isSet("testing"))
        guard upstream != nil else { return LayerOutcome(output, module.statistics) }
        let back = module.backward(slope, cache: cache)
        return LayerOutcome(output, [back.x] + back.parameters)
      }
    }

    private var window: Window {
      Window(
        integer("height", or: 1), integer("width", or: 1), stride: integer("stride", or: 1),
        padding: integer("padding"), dilation: integer("dilation", or: 1))
    }

    private var module: any Module {
      var generator = SeededGenerator(seed: 1)
      let (channels, classes) = (leaf(0).shape[1], integer("classes"))
      let image = Array(leaf(0).shape.dropFirst())
      switch layer {
      case "convolution, naive":
        return NaiveConv2D(
          weights: leaf(1), bias: leaf(2), window: window, groups: integer("groups", or: 1))
      case "convolution":
        return Conv2D(
          weights: leaf(1), bias: leaf(2), window: window, groups: integer("groups", or: 1))
      case "max pooling": return MaxPool2D(window: window)
      case "average pooling": return AveragePool2D(window: window)
      case "batch norm":
        return SpatialBatchNorm(channels: channels, epsilon: number("epsilon") ?? 1e-5)
      case "residual block":
        return residualBlock(
          from: channels, to: integer("filters"), stride: integer("stride", or: 1),
          using: &generator)
      case "LeNet": return leNet(image: image, classes: classes, using: &generator)
      case "transposed convolution":
        return ConvTranspose2D(
          weights: leaf(1), bias: leaf(2), window: window, outputPadding: integer("outputPadding"))
      case "nearest upsampling": return NearestUpsampling(factor: integer("factor"))
      case "bilinear upsampling":
        return BilinearUpsampling(factor: integer("factor"), alignsCorners: isSet("alignsCorners"))
      case "U-Net": return uNet(image: image, widths: [2, 3], classes: classes, using: &generator)
      default: fatalError("no layer \(layer)")
      }
    }
  }
#else
  func printImageLayers(_ file: String) throws { throw CocoaError(.featureUnsupported) }
#endif
