import Foundation
import Tensors

public func greedyDecode(
  end: Int, limit: Int, next: (_ tokens: [Int]) -> Tensor
) -> [Int] {
  var found: [Int] = []
  for _ in 0..<limit {
    let logarithms = next(found).scalars
    var best = 0
    for (token, logarithm) in logarithms.enumerated() where logarithm > logarithms[best] {
      best = token
    }
    guard best != end else { return found }
    found += [best]
  }
  return found
}

public func beamSearch(
  end: Int, limit: Int, width: Int, lengthPower: Double, next: (_ tokens: [Int]) -> Tensor
) -> (tokens: [Int], score: Double) {
  struct Hypothesis {
    var tokens: [Int] = []
    var sum = 0.0
    var isFinished = false
    var length = 0
  }
  var (open, done): ([Hypothesis], [Hypothesis]) = ([Hypothesis()], [])
  while !open.isEmpty {
    var candidates: [Hypothesis] = []
    for one in open {
      for (token, logarithm) in next(one.tokens).scalars.enumerated() {
        var longer = one
        longer.sum += logarithm
        longer.length += 1
        if token == end { longer.isFinished = true } else { longer.tokens.append(token) }
        candidates.append(longer)
      }
    }
    candidates.sort { $0.sum > $1.sum }
    open = []
    for one in candidates.prefix(width) {
      if one.isFinished || one.length == limit { done.append(one) } else { open.append(one) }
    }
  }
  let scored = done.map { ($0.tokens, $0.sum / pow(Double($0.length), lengthPower)) }
  var best = scored[0]
  for one in scored where one.1 > best.1 { best = one }
  return (tokens: best.0, score: best.1)
}
