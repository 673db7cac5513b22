import Tensors

/// The obvious slow tensor: an entry for each index, looked up in a function.
struct Reference {
  let shape: [Int]
  let entry: ([Int]) -> Double

  init(shape: [Int], entry: @escaping ([Int]) -> Double) {
    self.shape = shape
    self.entry = entry
  }

  /// A tensor of whatever strides, read back in row-major order.
  init(_ tensor: Tensor) {
    let (shape, scalars) = (tensor.shape, tensor.scalars)
    self.init(shape: shape) { index in
      scalars[zip(shape, index).reduce(0) { $0 * $1.0 + $1.1 }]
    }
  }

  var scalars: [Double] { Reference.indices(of: shape).map(entry) }

  /// All indices into a shape, in row-major order.
  static func indices(of shape: [Int]) -> [[Int]] {
    shape.reduce([[]]) { indices, count in
      indices.flatMap { index in (0..<count).map { index + [$0] } }
    }
  }

  /// NumPy's rule of broadcasting, or `nil` where two shapes do not go together.
  static func broadcast(_ a: [Int], _ b: [Int]) -> [Int]? {
    let rank = max(a.count, b.count)
    let (x, y) = (padded(a, to: rank), padded(b, to: rank))
    guard zip(x, y).allSatisfy({ $0 == $1 || $0 == 1 || $1 == 1 }) else { return nil }
    return zip(x, y).map { $0 == 1 ? $1 : $0 }
  }

  /// Both operands entry by entry, broadcast.
  static func combine(
    _ a: Reference, _ b: Reference, _ body: @escaping (Double, Double) -> Double
  ) -> Reference? {
    broadcast(a.shape, b.shape).map { shape in
      Reference(shape: shape) { body(a.repeated($0), b.repeated($0)) }
    }
  }

  private static func padded(_ shape: [Int], to rank: Int) -> [Int] {
    Array(repeating: 1, count: rank - shape.count) + shape
  }

  private func repeated(_ index: [Int]) -> Double {
    entry(zip(shape, index.suffix(shape.count)).map { $0 == 1 ? 0 : $1 })
  }
}

/// All shapes of up to three axes with 0, 1, 2 or 3 entries.
let smallShapes: [[Int]] = (0...3).flatMap { Reference.indices(of: Array(repeating: 4, count: $0)) }

/// Different small whole numbers, none of them 0.
func counting(_ shape: [Int], from first: Double = 1) -> Tensor {
  let count = shape.reduce(1, *)
  return Tensor(shape: shape, scalars: (0..<count).map { first + Double($0) })
}

/// The same entries in every way they can lie in memory: in row-major order, as a transpose, as a
/// slice of something larger, as rows and columns of something larger, back to front along each
/// axis and along all, and as `float32`.
func views(of x: Tensor) -> [Tensor] {
  var views = [x, x.converted(to: .float32)]
  if x.rank > 0 {
    let padded = Tensor(concatenating: [x, x, x], along: 0)
    views.append(padded[x.shape[0]..<(2 * x.shape[0])])
    let axes = Array((0..<x.rank).reversed())
    views.append(copy(x.transposed(permuting: axes)).transposed(permuting: axes))
    let wide = Tensor(concatenating: [x - 1, x, x + 1], along: x.rank - 1)
    var last = wide.transposed(permuting: axes)
    last = last[x.shape[x.rank - 1]..<(2 * x.shape[x.rank - 1])]
    views.append(last.transposed(permuting: axes))
    for flips in (0..<x.rank).map({ [$0] }) + [axes] {
      views.append(copy(x.flipped(along: flips)).flipped(along: flips))
    }
  }
  return views
}

/// The same entries in memory of their own, in row-major order.
func copy(_ x: Tensor) -> Tensor { Tensor(shape: x.shape, scalars: x.scalars) }
