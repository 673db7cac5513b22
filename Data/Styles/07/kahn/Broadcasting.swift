import Tensors

/// All axes at once: those that are to be summed over go to the front, as one.
public func summed(_ gradient: Tensor, to shape: [Int]) -> Tensor {
  let missing = gradient.rank - shape.count
  let padded = Array(repeating: 1, count: missing) + shape
  let away = gradient.shape.indices.filter { padded[$0] == 1 }
  let kept = gradient.shape.indices.filter { padded[$0] != 1 }
  let count = away.reduce(1) { $0 * gradient.shape[$1] }
  return gradient.transposed(permuting: away + kept)
    .reshaped(to: [count, gradient.count / count])
    .sum(along: 0)
    .reshaped(to: shape)
}
