import Foundation
import Tensors

/// Logits `[N, C, H, W]` and the labels of their pixels.
public struct PixelInput: LayerInput {
  public var logits: Tensor

  /// Image by image, row by row.
  public var labels: [Int]
  public var classWeights: [Double]?
  public var ignored: Int

  public init(_ logits: Tensor, labels: [Int], classWeights: [Double]? = nil, ignored: Int = -1) {
    self.logits = logits
    self.labels = labels
    self.classWeights = classWeights
    self.ignored = ignored
  }

  public var differentiable: [Part] {
    get { [Part("the logits", logits)] }
    set { logits = newValue[0].value }
  }

  public var sizes: [Size] {
    [
      Size("N, the number of images", logits.shape[0]),
      Size("C, the number of classes", logits.shape[1]),
      Size("the number of pixels", labels.count),
      Size("the number of pixels that count", labels.count { $0 != ignored }),
    ]
  }

  public var title: String? {
    "logits \(logits.shape)"
      + (labels.count <= 6 ? ", labels \(labels)" : "")
      + (labels.contains(ignored)
        ? ", \(labels.count { $0 == ignored }) of \(labels.count) pixels ignored (\(ignored))" : "")
      + (classWeights.map {
        " with weights [\($0.map { String(format: "%.3g", $0) }.joined(separator: ", "))]"
      } ?? "")
      + (logits.elementType == .float32 ? " (float32)" : "")
  }
}

extension Question where Input == LayerRun<PixelInput>, Reply == LayerTrace<Double, Tensor> {
  public static var pixelCrossEntropy: Self { Self("10.loss") }
}

extension Question where Input == LayerRun<Tensor>, Reply == LayerTrace<Tensor, NoGradients> {
  /// Of logits `[N, C, H, W]` the N · H · W classes.
  public static var foundClasses: Self { Self("10.classes") }
}

/// Pixels to be counted, batch by batch, in one confusion matrix.
public struct CountingInput: PlainInput {
  public struct Batch: Codable, Sendable {
    public var found: [Int]
    public var labels: [Int]

    public init(found: [Int], labels: [Int]) {
      self.found = found
      self.labels = labels
    }
  }

  public var classes: Int
  public var batches: [Batch]
  public var ignored: Int

  public init(classes: Int, _ batches: [Batch], ignored: Int = -1) {
    self.classes = classes
    self.batches = batches
    self.ignored = ignored
  }

  public var title: String? {
    let pixels = batches.map { batch in
      batch.labels.count <= 8
        ? "found \(batch.found), labels \(batch.labels)" : "\(batch.labels.count) pixels"
    }
    return "\(classes) classes: "
      + (pixels.isEmpty ? "no pixels" : pixels.joined(separator: "; then "))
      + (ignored == -1 ? "" : "; label \(ignored) ignored")
  }
}

/// Of each class the intersection over the union; 0 where the class is absent.
public struct ClassShares: Answer {
  public var absent: [Bool]
  public var shares: [Double]

  public init(_ shares: [Double?]) {
    absent = shares.map { $0 == nil }
    self.shares = shares.map { $0 ?? 0 }
  }

  public var parts: [Part] {
    [
      Part("which classes are absent", Tensor(absent.map { $0 ? 1.0 : 0 })),
      Part("the intersections over unions", Tensor(shares)),
    ]
  }
}

extension Question
where Input == LayerRun<CountingInput>, Reply == LayerTrace<Tensor, NoGradients> {
  /// `[C, C]`.
  public static var confusion: Self { Self("10.confusion") }
}

extension Question
where Input == LayerRun<CountingInput>, Reply == LayerTrace<Double, NoGradients> {
  public static var pixelAccuracy: Self { Self("10.accuracy") }
  public static var meanIoU: Self { Self("10.iou.mean") }
}

extension Question
where Input == LayerRun<CountingInput>, Reply == LayerTrace<ClassShares, NoGradients> {
  public static var classShares: Self { Self("10.iou") }
}

/// Made scenes to train on, for as many epochs as the network's own settings say, or for `epochs`.
public struct SceneTraining: Codable, Sendable {
  public var count: Int
  public var seed: UInt64
  public var epochs: Int?

  public init(count: Int, seed: UInt64, epochs: Int? = nil) {
    self.count = count
    self.seed = seed
    self.epochs = epochs
  }
}

extension Question where Input == SceneTraining, Reply == ConvNetShapes {
  /// The network as it is before its training.
  public static var sceneShapes: Self { Self("10.own.shapes") }
}

extension Question where Input == SceneTraining, Reply == TrainingCurve {
  /// Trains the network and keeps it for `sceneClasses`.
  public static var sceneTraining: Self { Self("10.own.train") }
}

extension Question where Input == UnlabeledImages, Reply == Predictions {
  /// The class of each pixel: image by image, row by row.
  public static var sceneClasses: Self { Self("10.own.find") }
}
