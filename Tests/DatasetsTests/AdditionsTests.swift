import Datasets
import Testing

@Suite("The additions")
struct AdditionsTests {
  @Test("are the same on every machine")
  func sameEverywhere() {
    let questions = Additions.training(count: 6, digits: 2, seed: 1).map(\.question)
    #expect(questions == first)
  }

  /// The first of seed 1.
  let first = ["47+10", "68+15", "4+31", "27+62", "52+28", "49+31"]

  @Test("hold out one pair in ten, which nobody learns from and all are tested with")
  func heldOut() {
    let pairs = (0..<100).flatMap { a in (0..<100).map { Addition(a, $0) } }
    let count = pairs.count { Additions.isHeldOut($0) }
    #expect((900...1100).contains(count))
    for seed in 1...3 as ClosedRange<UInt64> {
      let training = Set(Additions.training(count: 2000, digits: 2, seed: seed))
      let test = Additions.test(count: 500, digits: 2, seed: seed)
      #expect(!training.contains { Additions.isHeldOut($0) })
      #expect(test.allSatisfy { Additions.isHeldOut($0) })
    }
  }

  @Test("have as many digits as was asked for, and are others under another seed")
  func digits() {
    for digits in 1...4 {
      let exact = Additions.test(count: 200, exactDigits: digits, seed: 5)
      #expect(
        exact.allSatisfy { "\($0.first)".count == digits && "\($0.second)".count == digits })
    }
    let lengths = Set(
      Additions.training(count: 2000, digits: 2, seed: 1).map { "\($0.first)".count })
    #expect(lengths == [1, 2])
    #expect(
      Additions.training(count: 50, digits: 2, seed: 1)
        != Additions.training(count: 50, digits: 2, seed: 2))
  }

  @Test("are written with the last digit of the sum first")
  func text() {
    #expect(Addition(7, 85).question == "7+85")
    #expect(Addition(7, 85).answer == "29")
    #expect(Addition(95, 15).answer == "011")
  }
}
