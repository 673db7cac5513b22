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

/// What comes back through the doorway: values, never verdicts.
public protocol Answer: Codable, Sendable {
  /// The numbers in it, named, in a fixed order: what checks compare.
  var parts: [Part] { get }

  /// How many times the whole stands in `parts`: twice in what two calls returned.
  static var times: Int { get }
}

extension Answer {
  public static var times: Int { 1 }
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
}

extension Tensor: Answer {
  public var parts: [Part] { [Part("", self)] }
}

extension Double: Answer {
  public var parts: [Part] { [Part("", Tensor(self))] }
}

/// A layer's input together with the gradient that comes back to its output.
public struct WayBack<Input: Codable & Sendable>: Codable, Sendable {
  public var input: Input
  public var upstream: Tensor

  public init(_ input: Input, upstream: Tensor) {
    self.input = input
    self.upstream = upstream
  }
}

/// What two calls with the same cache returned: a way back that uses its cache up gives itself
/// away by the second.
public struct Twice<Reply: Answer>: Answer {
  public var first: Reply
  public var second: Reply

  public init(_ call: () -> Reply) {
    first = call()
    second = call()
  }

  public static var times: Int { 2 * Reply.times }

  public var parts: [Part] {
    first.parts
      + second.parts.map { Part($0.name + secondCall, $0.value) }
  }
}

/// Behind the name of a part that a second call with the same cache returned.
private let secondCall = " (called a second time)"
