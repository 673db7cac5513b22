import Tensors

/// Inputs of an activation that has a setting: the slope of a leaky ReLU, the pieces of a maxout unit.
public struct ActivationInput: LayerInput {
  public var x: Tensor

  /// A slope, or a number of pieces.
  public var setting: Double
  public var name: String

  public init(_ x: Tensor, _ name: String, _ setting: Double) {
    self.x = x
    self.name = name
    self.setting = setting
  }

  public var differentiable: [Part] {
    get { [Part("x", x)] }
    set { x = newValue[0].value }
  }

  public var sizes: [Size] {
    [Size("N, the number of samples", x.shape[0])]
  }

  public var title: String? {
    let entries = x.count <= 4 ? " = \(x.scalars)" : ""
    let number = setting == setting.rounded() ? "\(Int(setting))" : "\(setting)"
    let isSingle = x.elementType == .float32
    return "x \(x.shape)\(entries) with \(number) \(name)" + (isSingle ? " (float32)" : "")
  }
}

extension Question
where Input == LayerRun<ActivationInput>, Reply == LayerTrace<Tensor, Tensor> {
  /// The setting is the slope; outputs and gradients have the shape of x.
  public static var leakyReLU: Self { Self("06.leakyReLU") }

  /// The setting is k, the number of pieces: x is `[N, M·k]`, the output `[N, M]`.
  public static var maxout: Self { Self("06.maxout") }
}

extension Question where Input == LayerRun<Tensor>, Reply == LayerTrace<Tensor, Tensor> {
  public static var hyperbolicTangent: Self { Self("06.tanh") }
}
