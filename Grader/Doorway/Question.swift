import Tensors

/// An operation of an exercise that a subject can be asked to carry out, with the types of its
/// input and of its answer.
///
/// The catalogue in `Questions/` is all that the trusted and the untrusted side have to agree
/// upon: `Checks` asks, `Subject` answers.
public struct Question<Input: Codable & Sendable, Reply: Answer>: Sendable {
  /// Exercise, subject, matter: "05.sigmoid.forward".
  public let name: String

  public init(_ name: String) {
    self.name = name
  }

  /// The name without the exercise, for whoever is at it: "sigmoid.forward".
  public var shortName: Substring {
    name.drop { $0.isNumber || $0 == "." }
  }
}

/// An input that is best told in words of its own.
public protocol Titled {
  var title: String? { get }
}

/// An input of which a reader is shown these numbers, by names of its own, and no others.
public protocol Shown {
  var shown: [Part] { get }
}

/// What comes back through the doorway: values, never verdicts.
public protocol Answer: Codable, Sendable {
  /// The numbers in it, named, in a fixed order: what checks compare.
  var parts: [Part] { get }
}

/// One named tensor of an answer.
public struct Part: Sendable {
  /// In words that a sentence can use: "the gradient at the bias"; empty where the answer has
  /// one part only.
  public var name: String
  public var value: Tensor

  public init(_ name: String, _ value: Tensor) {
    self.name = name
    self.value = value
  }

  /// Labels, as the numbers that they are.
  public init(_ name: String, labels: [Int]) {
    self.init(name, Tensor(shape: [labels.count], scalars: labels.map(Double.init)))
  }
}

extension Tensor: Answer {
  public var parts: [Part] { [Part("", self)] }
}

extension Double: Answer {
  public var parts: [Part] { [Part("", Tensor(self))] }
}
