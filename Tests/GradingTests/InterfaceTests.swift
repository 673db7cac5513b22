import Testing

@testable import Grading

@Suite("What a room declares")
struct InterfaceTests {
  private let stub = Interface(
    """
    // swift-interface-format-version: 1.0
    import Swift
    public protocol Layer : Swift.Sendable {
      func forward(_ x: Tensors.Tensor) -> Tensors.Tensor
    }
    public struct ReLU : Exercise05.Layer {
      public init()
      public func forward(_ x: Tensors.Tensor) -> Tensors.Tensor
    }
    public struct Net : Swift.Sendable {
      public var layers: [Exercise05.ReLU]
      public var count: Swift.Int {
        get
      }
      public init(sizes: [Swift.Int], using generator: inout some RandomNumberGenerator)
    }
    public func loss(_ x: Tensors.Tensor) -> Swift.Double
    """, module: "Exercise05")

  private func changes(_ text: String) -> [ChangedDeclaration] {
    stub.changes(in: Interface(text, module: "Exercise05"))
  }

  /// The stub's own declarations, otherwise written.
  private let same = """
    public protocol Layer : Swift.Sendable {
      func forward(_ input: Tensors.Tensor) -> Tensors.Tensor
    }
    @frozen public struct ReLU : Exercise05.Layer, Swift.Equatable {
      public var mine: Swift.Int
      public init()
      @inlinable public func forward(_ values: Tensors.Tensor) -> Tensors.Tensor
    }
    public struct Net {
      public var layers: [Exercise05.ReLU] {
        get
        set
      }
      public var count: Swift.Int {
        get
      }
    }
    extension Exercise05.Net : Swift.Sendable {
      public init(sizes: [Swift.Int], using g: inout some RandomNumberGenerator)
    }
    public func loss(_ x: Tensors.Tensor) -> Swift.Double
    """

  @Test("What callers do not see is no change: names inside, more protocols, more members, places")
  func harmless() {
    #expect(changes(same) == [])
  }

  @Test("Another name, type or label, a missing public, and a missing protocol are changes")
  func changed() {
    for (old, new, expected) in [
      (
        "public func loss(_ x", "public func loss(x",
        ChangedDeclaration(
          type: "", name: "loss", expected: "public func loss(_ x: Tensor) -> Double",
          seen: "public func loss(x: Tensor) -> Double")
      ),
      (
        "  public init()\n", "",
        ChangedDeclaration(type: "ReLU", name: "init", expected: "public init()", seen: nil)
      ),
      (
        "public init(sizes", "public init(layers",
        ChangedDeclaration(
          type: "Net", name: "init",
          expected: "public init(sizes: [Int], using generator: inout some RandomNumberGenerator)",
          seen: "public init(layers: [Int], using g: inout some RandomNumberGenerator)")
      ),
      (
        "ReLU : Exercise05.Layer, Swift.Equatable", "ReLU",
        ChangedDeclaration(
          type: "", name: "ReLU", expected: "public struct ReLU : Layer", seen: "public struct ReLU"
        )
      ),
      (
        "    set\n", "",
        ChangedDeclaration(
          type: "Net", name: "layers", expected: "public var layers: [ReLU]",
          seen: "public var layers: [ReLU] { get }")
      ),
    ] {
      let text = same.replacing(old, with: new)
      #expect(text != same)
      #expect(changes(text) == [expected])
    }
  }

  @Test("Of a type that is gone, the type is named and not each of its members")
  func gone() {
    let names = changes("public protocol Layer : Swift.Sendable {\n}").map(\.name)
    #expect(names == ["forward", "ReLU", "Net", "loss"])
  }

  @Test(
    "Labels are compared, and a name of a hundred thousand letters holds nobody up",
    .timeLimit(.minutes(1)))
  func longName() {
    let long = String(repeating: "e", count: 100_000)
    func members(_ text: String) -> [String] {
      Interface(text, module: "Exercise05").members.map(\.key)
    }
    #expect(
      members("public func f(_ \(long): Swift.Int, of \(long)x: [Swift.Int: Swift.Int], z: A) -> B")
        == ["public func f(_: Int, of: [Int: Int], z: A) -> B"])
  }
}
