import Tensors

public func shuffled(
  _ x: Tensor, labels: [Int], using generator: inout SeededGenerator
) -> (x: Tensor, labels: [Int]) {
  let n = labels.count
  var p = [Int](repeating: 0, count: n)
  for i in 0..<n {                        // inside out
    let j = Int(generator.next(upperBound: UInt64(i + 1)))
    p[i] = p[j]
    p[j] = i
  }
  var l = [Int](repeating: 0, count: n)
  for i in 0..<n { l[i] = labels[p[i]] }
  return (x.rows(at: p), l)
}
