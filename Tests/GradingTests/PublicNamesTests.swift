import Foundation
import Testing

@testable import Grading

@Suite("What sources declare as public")
struct PublicNamesTests {
  private let stub = """
    public struct Mean {
      public private(set) var count = 0
      /// Not this: public func forget()
      public init(of names: [String] = ["public let no"]) {}
      @discardableResult public mutating func update(_ x: Double) -> Double { x }
      public static func += (a: inout Mean, b: Double) {}
    }
    public func mean(_ x: [Double]) -> Double { helper(x) }
    func helper(_ x: [Double]) -> Double { 0 }
    """

  private func names(_ text: String) -> PublicNames { PublicNames([Data(text.utf8)]) }

  @Test("All of a stub are in whatever declares them, also in two files and with more beside them")
  func enough() {
    #expect(names(stub).contain(names(stub)))
    let other = """
      import Foundation
      public  struct Mean { fileprivate(set) public var sum = 0.0 }
      public final class More { public init() {} }
      """
    let rest = stub.replacingOccurrences(of: "public struct Mean", with: "extension Mean")
    #expect(PublicNames([Data(other.utf8), Data(rest.utf8)]).contain(names(stub)))
  }

  @Test(
    "One that is gone, or not public, is missed",
    arguments: [
      ("public func mean", "func mean"), ("public init", "init"), ("public struct", "struct"),
      ("public private(set) var", "private(set) var"), ("public mutating", "mutating"),
      ("public func mean", "public func average"), ("public private(set) var", "public var"),
      ("public static", "internal static"), ("public init", "internal init"),
    ])
  func missed(old: String, new: String) {
    let own = stub.replacingOccurrences(of: old, with: new)
    #expect(own != stub)
    #expect(!names(own).contain(names(stub)))
  }

  @Test("That another type has one of the name does not count")
  func elsewhere() {
    let own = stub.replacingOccurrences(of: "public init", with: "init")
    #expect(!names(own + "\npublic struct Other { public init() {} }").contain(names(stub)))
  }
}
