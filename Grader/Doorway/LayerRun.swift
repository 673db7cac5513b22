import Tensors

/// What a layer is to do: forward with each of some inputs, then back, in an order and as often as it
/// is told. All in one process and with all caches held meanwhile, so that a layer which keeps
/// something from one call to the next, or takes another's cache, gives itself away.
public struct LayerRun<Input: Codable & Sendable>: Codable, Sendable {
  public var inputs: [Input]
  public var waysBack: [WayBack]

  public init(_ inputs: [Input], waysBack: [WayBack] = []) {
    self.inputs = inputs
    self.waysBack = waysBack
  }

  /// Carries it out, with the layer that `forward` and `backward` call.
  public func trace<Output, Cache, Gradients>(
    forward: (Input) -> (Output, Cache), backward: (Input, [Tensor], Cache) -> Gradients
  ) -> LayerTrace<Output, Gradients> {
    let passes = inputs.map(forward)
    return LayerTrace(
      outputs: passes.map(\.0),
      gradients: waysBack.map { backward(inputs[$0.pass], $0.upstream, passes[$0.pass].1) })
  }
}

extension LayerRun {
  /// Carries it out, with a function that has no way back.
  public func trace<Output>(_ function: (Input) -> Output) -> LayerTrace<Output, NoGradients> {
    trace {
      (function($0), ())
    } backward: { _, _, _ in
      NoGradients()
    }
  }
}

/// What comes back from what has no way back.
public struct NoGradients: Answer {
  public init() {}

  public var parts: [Part] { [] }
}

/// A way back through a layer: with the cache of the input at `pass`, and the gradient of the loss at
/// each of the outputs. A loss is the end of the way, and has none.
public struct WayBack: Codable, Sendable {
  public var pass: Int
  public var upstream: [Tensor]

  public init(_ pass: Int, upstream: [Tensor]) {
    self.pass = pass
    self.upstream = upstream
  }
}

/// What a layer returned: an output for each input, and gradients for each way back.
public struct LayerTrace<Output: Answer, Gradients: Answer>: Answer {
  public var outputs: [Output]
  public var gradients: [Gradients]

  public init(outputs: [Output], gradients: [Gradients]) {
    self.outputs = outputs
    self.gradients = gradients
  }

  public var parts: [Part] { outputs.flatMap(\.parts) + gradients.flatMap(\.parts) }
}

/// The input of a layer: samples, and whatever parameters the layer has.
public protocol LayerInput: Codable, Sendable, Titled {
  /// The tensors at which there is a gradient, in the order in which the layer returns them.
  var differentiable: [Part] { get set }

  /// What else goes in that a reader has to know to follow a call by hand: labels, say.
  var others: [Part] { get }

  /// The sizes of its axes, by the letters that the handout has for them: N and D of samples [N, D].
  var sizes: [Size] { get }
}

extension LayerInput {
  public var title: String? { nil }
  public var others: [Part] { [] }
}

/// An input that has no tensors with gradients, and so no `float32`: numbers, told in words of its own.
public protocol PlainInput: LayerInput {}

extension PlainInput {
  public var differentiable: [Part] {
    get { [] }
    set {}
  }

  public var sizes: [Size] { [] }
}

/// A size, and what it counts: "N, the number of samples".
public struct Size: Sendable, Equatable {
  public var name: String
  public var value: Int

  public init(_ name: String, _ value: Int) {
    self.name = name
    self.value = value
  }
}

extension Tensor: LayerInput {
  public var differentiable: [Part] {
    get { [Part("x", self)] }
    set { self = newValue[0].value }
  }

  public var sizes: [Size] {
    shape.isEmpty ? [] : [Size("N, the number of samples", shape[0])]
  }
}
