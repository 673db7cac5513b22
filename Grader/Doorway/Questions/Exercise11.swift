import Tensors

/// Words, and a table with a vector for each.
public struct EmbeddingInput: LayerInput {
  public var weights: Tensor
  public var words: [Int]

  public init(_ weights: Tensor, words: [Int]) {
    self.weights = weights
    self.words = words
  }

  public var differentiable: [Part] {
    get { [Part("the weights", weights)] }
    set { weights = newValue[0].value }
  }

  public var sizes: [Size] {
    [
      Size("the number of words that are looked up", words.count),
      Size("V, the number of words that there are", weights.shape[0]),
      Size("D, the width of a vector", weights.shape[1]),
    ]
  }

  public var title: String? {
    let isSingle = weights.elementType == .float32
    return "the words \(words) in a table \(weights.shape)\(isSingle ? " (float32)" : "")"
  }
}

extension Question where Input == LayerRun<EmbeddingInput>, Reply == LayerTrace<Tensor, Tensor> {
  public static var embedding: Self { Self("11.embedding") }
}

/// The cells that there are. `given` is one of ours, which no submission can know.
public enum CellKind: String, Codable, Sendable, CaseIterable {
  case rnn, lstm, gru, given

  /// G, the number of gates.
  public var gates: Int {
    switch self {
    case .rnn: 1
    case .lstm: 4
    case .gru: 3
    case .given: 2
    }
  }

  /// How many tensors a state is made of.
  public var states: Int { self == .lstm || self == .given ? 2 : 1 }

  var inWords: String {
    switch self {
    case .rnn: "an RNN"
    case .lstm: "an LSTM"
    case .gru: "a GRU"
    case .given: "a cell of the grader's, with 2 gates and 2 tensors of state,"
    }
  }

  /// What `given` computes, for whoever follows by hand a case so small that it is told: one of one unit.
  static func formula(units: Int) -> String {
    units > 1
      ? ""
      : "; the cell is h' = k(a₁ + u₁) + 0.3 · h · k(s'), s' = s / 2 + k(a₂) · k(u₂) with "
        + "k(x) = x / √(1 + x²), a = x · W + b and u = h · U"
  }
}

/// A step of a cell.
public struct CellInput: LayerInput {
  public var input: Tensor
  public var recurrent: Tensor
  public var state: [Tensor]

  public init(input: Tensor, recurrent: Tensor, state: [Tensor]) {
    self.input = input
    self.recurrent = recurrent
    self.state = state
  }

  public var differentiable: [Part] {
    get {
      [Part("input", input), Part("recurrent", recurrent)]
        + zip(StateTensors.names, state).map { Part($0, $1) }
    }
    set {
      (input, recurrent) = (newValue[0].value, newValue[1].value)
      state = newValue.dropFirst(2).map(\.value)
    }
  }

  public var sizes: [Size] {
    [
      Size("N, the number of sequences", input.shape[0]),
      Size("H, the number of units", state[0].shape[1]),
    ]
  }

  public var title: String? {
    let isSingle = input.elementType == .float32
    return "input \(input.shape), state \(state[0].shape)\(isSingle ? " (float32)" : "")"
  }
}

/// A state of a cell: h, and c where there is one.
public struct StateTensors: Answer {
  public var tensors: [Tensor]

  public init(_ tensors: [Tensor]) {
    self.tensors = tensors
  }

  static let names = ["h", "c"]

  public var parts: [Part] {
    tensors.enumerated().map { Part("the new \($0 < 2 ? Self.names[$0] : "state \($0)")", $1) }
  }
}

/// The gradients that a cell returns, each in the shape of what it belongs to.
public struct CellGradients: Answer {
  public var input: Tensor
  public var recurrent: Tensor
  public var state: [Tensor]

  public init(input: Tensor, recurrent: Tensor, state: [Tensor]) {
    self.input = input
    self.recurrent = recurrent
    self.state = state
  }

  public var parts: [Part] {
    [Part("the gradient at input", input), Part("the gradient at recurrent", recurrent)]
      + state.enumerated().map {
        Part("the gradient at the old \($0 < 2 ? StateTensors.names[$0] : "state \($0)")", $1)
      }
  }
}

extension Question
where Input == LayerRun<CellInput>, Reply == LayerTrace<StateTensors, CellGradients> {
  public static var rnnCell: Self { Self("11.rnn") }
  public static var lstmCell: Self { Self("11.lstm") }
  public static var gruCell: Self { Self("11.gru") }
}

extension Question where Input == NoInput, Reply == TensorList {
  /// The starting biases of an RNN, an LSTM and a GRU.
  public static var startingBiases: Self { Self("11.biases") }
}
