import Checks
import Foundation
import Grading

extension Catalogue {
  /// The exercises whose known mistakes are proved: with `GRADUS_TURN` every third, as CI takes turns.
  static let ofThisTurn: [Exercise] = {
    guard let turn = ProcessInfo.processInfo.environment["GRADUS_TURN"].flatMap(Int.init) else {
      return exercises
    }
    return exercises.filter { Int($0.number).map { $0 % 3 == turn } ?? true }
  }()
}
