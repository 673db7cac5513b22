import Foundation
import Tensors

/// What was measured so far.
struct Rows {
  struct Row: Encodable {
    var group: String
    var name: String
    var seconds: Double
    /// The last loss of a training, by which two trainings are compared.
    var loss: Double?
    /// By how many bytes the process has grown at its largest.
    var growth: Int?
    /// How many bytes the whole process had at its largest.
    var peak: Int?
  }

  /// The groups to measure; `nil` means all.
  var wanted: Set<String>?
  private(set) var rows: [Row] = []

  init(wanted: Set<String>?) { self.wanted = wanted }

  func wants(_ group: String) -> Bool { wanted?.contains(group) ?? true }

  mutating func append(_ row: Row) { rows.append(row) }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(rows), as: UTF8.self)
  }

  /// Appends the time of a call of `body`: the least of some batches of calls that take 10 ms each,
  /// since whatever else the machine does can only add to it.
  ///
  /// - Parameter notesPeak: Whether the row says how large the process has been until its end.
  mutating func measure(
    _ group: String, _ name: String, notesPeak: Bool = false, _ body: () -> Void
  ) {
    guard wants(group) else { return }
    body()
    let once = Rows.seconds(body)
    let count = max(1, Int(0.01 / max(once, 1e-9)))
    let batches = once > 0.1 ? 3 : 15
    let times = (0..<batches).map { _ in
      Rows.seconds { for _ in 0..<count { body() } } / Double(count)
    }
    append(
      Row(
        group: group, name: name, seconds: times.min() ?? 0,
        peak: notesPeak ? Memory.peak() : nil))
  }

  static func seconds(_ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    let time = clock.measure(body).components
    return Double(time.seconds) + Double(time.attoseconds) * 1e-18
  }
}

/// Keeps the optimizer from leaving out what nobody reads.
@inline(never)
func use<T>(_ value: T) {}

/// The two types of entries, by the names that the rows have.
let types: [(name: String, type: ElementType)] = [("f32", .float32), ("f64", .float64)]

/// Random entries of a type.
func random(_ shape: [Int], _ type: ElementType) -> Tensor {
  var generator = SeededGenerator(seed: 1)
  return Tensor(uniform: shape, in: -1..<1, using: &generator).converted(to: type)
}
