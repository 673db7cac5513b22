import Tensors

/// The parameters of an autoencoder, and samples for it: weights and bias of each layer, those of the
/// encoder first.
public struct AutoencoderInput: LayerInput {
  public var parameters: [Tensor]

  /// `[N, D]`; codes `[N, L]` where it is the decoder that is asked.
  public var x: Tensor
  public var target: Tensor

  public init(_ parameters: [Tensor], x: Tensor, target: Tensor) {
    self.parameters = parameters
    self.x = x
    self.target = target
  }

  public var differentiable: [Part] {
    get { NetParameters(parameters).parts }
    set { parameters = newValue.map(\.value) }
  }

  public var others: [Part] { [Part("x", x)] + (target == x ? [] : [Part("the target", target)]) }

  public var sizes: [Size] {
    [
      Size("N, the number of samples", x.shape[0]), Size("D, the number of inputs", x.shape[1]),
      Size("the number of layers", parameters.count / 2),
    ]
  }

  public var title: String? {
    let widths =
      [parameters[0].shape[0]]
      + stride(from: 1, to: parameters.count, by: 2).map {
        parameters[$0].count
      }
    return "x \(x.shape) in an autoencoder \(widths)"
      + (parameters[0].elementType == .float32 ? " (float32)" : "")
  }
}

extension Question
where Input == LayerRun<AutoencoderInput>, Reply == LayerTrace<Tensor, NoGradients> {
  public static var encoded: Self { Self("08.autoencoder.encode") }
  public static var decoded: Self { Self("08.autoencoder.decode") }
}

extension Question
where Input == LayerRun<AutoencoderInput>, Reply == LayerTrace<Double, NetGradients> {
  /// The loss, and its gradient at each parameter.
  public static var autoencoderLoss: Self { Self("08.autoencoder.loss") }
}

/// New autoencoders, made one after the other by one generator.
public struct NewAutoencoders: Codable, Sendable {
  public var sizes: [[Int]]
  public var seed: UInt64

  public init(_ sizes: [[Int]], seed: UInt64) {
    self.sizes = sizes
    self.seed = seed
  }
}

/// Parameters of several networks.
public struct NetList: Answer {
  public var nets: [NetParameters]

  public init(_ nets: [[Tensor]]) {
    self.nets = nets.map(NetParameters.init)
  }

  public var parts: [Part] { nets.flatMap(\.parts) }
}

extension Question where Input == NewAutoencoders, Reply == NetList {
  public static var newAutoencoders: Self { Self("08.autoencoder.new") }
}
