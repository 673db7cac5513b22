import Tensors

/// The gradients of single samples, and which of them are mixed in the gradient of a batch, which is
/// their mean.
struct GradientMixture {
  /// A row for each sample.
  private let gradients: Tensor

  /// Cholesky's factor of the matrix of their products (Golub and Van Loan, Matrix Computations, 4.2).
  private let factor: [[Double]]

  /// Nil where one of them is a mixture of the others, or none at all.
  init?(of gradients: [[Double]]) {
    let (count, width) = (gradients.count, gradients.first?.count ?? 0)
    guard width > 0, gradients.allSatisfy({ $0.count == width && $0.allSatisfy(\.isFinite) }) else {
      return nil
    }
    let rows = Tensor(gradients)
    let products = rows.matmul(rows.transposed()).scalars
    var factor = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for i in 0..<count {
      for j in 0...i {
        var sum = products[i * count + j]
        for k in 0..<j { sum -= factor[i][k] * factor[j][k] }
        if i == j {
          guard sum > 1e-9 * products[i * count + i], sum > 0 else { return nil }
          factor[i][i] = sum.squareRoot()
        } else {
          factor[i][j] = sum / factor[j][j]
        }
      }
    }
    (self.gradients, self.factor) = (rows, factor)
  }

  /// Returns the samples of the batch whose gradient is `mixture`, each as often as it is in it; nil
  /// where there is none. A mean and a sum are taken for the same.
  func batch(behind mixture: [Double]) -> [Int]? {
    let count = factor.count
    guard mixture.count == gradients.shape[1], mixture.allSatisfy(\.isFinite) else { return nil }
    let wanted = Tensor(mixture)
    var shares = gradients.matmul(wanted).scalars
    for i in 0..<count {
      for k in 0..<i { shares[i] -= factor[i][k] * shares[k] }
      shares[i] /= factor[i][i]
    }
    for i in (0..<count).reversed() {
      for k in i..<count where k > i { shares[i] -= factor[k][i] * shares[k] }
      shares[i] /= factor[i][i]
    }
    let rest = wanted - Tensor(shares).matmul(gradients)
    guard (rest * rest).sum() <= 1e-12 * (wanted * wanted).sum(),
      let least = shares.filter({ $0 > 1e-4 }).min()
    else { return nil }
    let times = shares.map { ($0 / least).rounded() }
    guard zip(shares, times).allSatisfy({ abs($0 / least - $1) < 1e-3 }),
      times.allSatisfy({ (0...Double(count)).contains($0) })
    else { return nil }
    return times.indices.flatMap { [Int](repeating: $0, count: Int(times[$0])) }
  }
}
