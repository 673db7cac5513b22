import Foundation
import Tensors
import Testing

/// The table of Swift in the handout of exercise 01: each piece of code in it stands in a line of this
/// file, which runs it and says what comes out.
@Suite struct `The table of Python and Swift` {
  private struct E: Error {}

  @Test func `variables and functions`() {
    do {
      let x = 3
      #expect(x == 3)
    }
    do {
      var x = 3
      x -= 1
      #expect(x == 2)
    }
    func f(_ x: Tensor, width: Int) -> Tensor {
      let y = x * Double(width)
      return y
    }
    let x = Tensor([1, 2])
    #expect(f(x, width: 3).scalars == [3, 6])
  }

  @Test func `loops and conditions`() {
    let (n, a, b) = (4, true, false)
    var sum = 0
    for i in 0..<n { sum += i }
    if a && !b { sum += 100 }
    #expect(sum == 106)  // a comment
  }

  @Test func `lists`() {
    let list = [3, 1, 3]
    #expect(list.map { 2 * $0 } == [6, 2, 6])
    #expect(list.min()! == 1)
    #expect(Set(list) == [1, 3])
    let e = 7
    var r: [Int] = []
    r.append(e)
    #expect(r == [7])
    var (n, y) = (1, Tensor(zeros: [2, 2]))
    let (i, j, v) = (1, 0, 5.0)
    n += 1
    y[i, j] += v
    #expect(n == 2 && y.scalars == [0, 0, 5, 0])
    let (a, b) = ([1, 2], [1, 3])
    #expect(zip(a, b).map { $0 + $1 } == [2, 5])
    #expect(a.enumerated().map { $0.offset + $0.element } == [1, 3])
    #expect(a.count == 2)
    let (p, q) = (a, b)
    #expect(zip(p, q).count { $0 == $1 } == 1)
  }

  @Test func `several results`() {
    var (a, b) = (1, 2)
    (a, b) = (b, a)
    #expect(a == 2 && b == 1)
    do {
      let (a, b) = (Tensor([1]), [2])
      func f() -> (Tensor, [Int]) { (a, b) }
      do {
        let (a, b) = f()
        #expect(a.scalar == 1 && b == [2])
      }
    }
  }

  @Test func `functions of functions`() {
    func g(of f: (Double) -> Double) -> Double { f(2) }
    #expect(g(of: { e in e * e }) == 4)
    #expect(g(of: { $0 * $0 }) == 4)
  }

  @Test func `nothing, and errors`() {
    let none: Int? = nil
    #expect(none == nil)
    func check(_ ok: Bool) throws -> Int {
      guard ok else { throw E() }
      return 1
    }
    #expect((try? check(true)) == 1)
    func f() throws { _ = try check(false) }
    var isCaught = false
    do { try f() } catch { isCaught = true }
    #expect(isCaught)
  }

  @Test func `a struct`() {
    struct Box {
      var n = 0
      mutating func add() { n += 1 }
    }
    var box = Box()
    box.add()
    #expect(box.n == 1)
  }

  @Test func `has rows`() {
    #expect(TableRow.swift.count > 20)
  }

  @Test(arguments: TableRow.swift)
  func `has no code that is not run here`(_ row: TableRow) throws {
    // In one line, however many it takes here.
    let text = try String(contentsOfFile: #filePath, encoding: .utf8)
    func words(_ code: String) -> String {
      code.replacing(";", with: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    for code in row.code {
      var rest = words(text)[...]
      let isThere = words(code).components(separatedBy: " … ").allSatisfy { piece in
        guard let range = rest.range(of: piece) else { return false }
        rest = rest[range.upperBound...]
        return true
      }
      #expect(isThere, "no line here has \(code)")
    }
  }
}
