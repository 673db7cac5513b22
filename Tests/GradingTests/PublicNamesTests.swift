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
    let settable = stub.replacingOccurrences(of: "public private(set) var", with: "public var")
    #expect(names(settable).contain(names(stub)) && !names(stub).contain(names(settable)))
    let rest = stub.replacingOccurrences(of: "public struct Mean", with: "extension Mean")
    #expect(PublicNames([Data(other.utf8), Data(rest.utf8)]).contain(names(stub)))
  }

  @Test(
    "One that is gone, or not public, is missed",
    arguments: [
      ("public func mean", "func mean"), ("public init", "init"), ("public struct", "struct"),
      ("public private(set) var", "private(set) var"), ("public mutating", "mutating"),
      ("public func mean", "public func average"), ("public func mean", "public static func mean2"),
      ("public static", "internal static"), ("public init", "internal init"),
    ])
  func missed(old: String, new: String) {
    let own = stub.replacingOccurrences(of: old, with: new)
    #expect(own != stub)
    #expect(!names(own).contain(names(stub)))
  }

  @Test("What the file alone may set is not what all may, in whichever order the words stand")
  func readOnly() {
    let stub = names("struct A { public var a = 0 }")
    #expect(names("struct A { final public var a = 1 }").contain(stub))
    for words in ["fileprivate(set) public", "public private(set)"] {
      #expect(!names("struct A { \(words) var a = 0 }").contain(stub))
    }
  }

  @Test("That another type has one of the name does not count")
  func elsewhere() {
    let own = stub.replacingOccurrences(of: "public init", with: "init")
    #expect(!names(own + "\npublic struct Other { public init() {} }").contain(names(stub)))
  }

  @Test(
    "All solutions, and all styles but one, have all of their stubs, so that they are compiled once"
  )
  func ofTheCourse() throws {
    let root = try Installation.find().root
    func sources(_ folder: String) throws -> [String: Data] {
      var sources: [String: Data] = [:]
      for file in try Folder.contents(of: folder) where file.hasSuffix(".swift") {
        sources[file] = FileManager.default.contents(atPath: "\(folder)/\(file)")
      }
      return sources
    }
    var missed: [String] = []
    for room in try CourseSource(root: root).rooms {
      let stubs = try sources("\(root)/Exercises/\(room.folder)")
      let solution = try sources("\(root)/Solutions/\(room.folder)")
      #expect(!stubs.isEmpty && PublicNames(solution.values).contain(PublicNames(stubs.values)))
      let styles = "\(root)/Data/Styles/\(room.number)"
      for style in try Folder.contents(of: styles) where Folder.isFolder("\(styles)/\(style)") {
        let own = solution.merging(try sources("\(styles)/\(style)")) { $1 }
        if !PublicNames(own.values).contain(PublicNames(stubs.values)) {
          missed.append("\(room.number) \(style)")
        }
      }
    }
    // There a gradient may be set by the file alone, which nobody else does.
    #expect(missed == ["07 pending"])
  }
}
