import Kernels
import Tensors

/// The shapes [M, K] · [K, N] that the course meets: squares, the layers of its networks forward
/// and backward, and the thin ones.
private let shapes: [(name: String, m: Int, k: Int, n: Int, transposes: (Bool, Bool))] = [
  ("16", 16, 16, 16, (false, false)), ("32", 32, 32, 32, (false, false)),
  ("64", 64, 64, 64, (false, false)), ("128", 128, 128, 128, (false, false)),
  ("256", 256, 256, 256, (false, false)), ("512", 512, 512, 512, (false, false)),
  ("1024", 1024, 1024, 1024, (false, false)),
  ("x·w 256x3072x200", 256, 3072, 200, (false, false)),
  ("xT·d 3072x256x200", 3072, 256, 200, (true, false)),
  ("d·wT 256x200x3072", 256, 200, 3072, (false, true)),
  ("x·w 200x3072x512", 200, 3072, 512, (false, false)),
  ("xT·d 3072x200x512", 3072, 200, 512, (true, false)),
  ("d·wT 200x512x3072", 200, 512, 3072, (false, true)),
  ("x·w 200x512x10", 200, 512, 10, (false, false)),
  ("xT·d 512x200x10", 512, 200, 10, (true, false)),
  ("d·wT 200x10x512", 200, 10, 512, (false, true)),
  ("matrix·vector 1000x1000", 1000, 1000, 1, (false, false)),
  ("vector·matrix 1000x1000", 1, 1000, 1000, (false, false)),
]

func timeProducts(_ rows: inout Rows) {
  guard rows.wants("matmul") else { return }
  // As many multiply-adds as 512^3 has, in registers: what a core can do at most.
  let total = 512 * 512 * 512
  let steps = (
    total / multiplyAdds(Float.self, steps: 1), total / multiplyAdds(Double.self, steps: 1)
  )
  rows.measure("matmul", "peak of one core, as 512 f32") {
    use(multiplyAdds(Float.self, steps: steps.0))
  }
  rows.measure("matmul", "peak of one core, as 512 f64") {
    use(multiplyAdds(Double.self, steps: steps.1))
  }
  for (typeName, type) in types {
    for (name, m, k, n, transposes) in shapes {
      let a = transposes.0 ? random([k, m], type).transposed() : random([m, k], type)
      let b = transposes.1 ? random([n, k], type).transposed() : random([k, n], type)
      rows.measure("matmul", "\(name) \(typeName)") { use(a.matmul(b)) }
    }
    let (q, k) = (random([128, 64, 32], type), random([128, 64, 32], type))
    let transposed = k.transposed(permuting: [0, 2, 1])
    rows.measure("matmul", "batch 128x64x32x64 \(typeName)") { use(q.matmul(transposed)) }
    let (w, columns) = (random([32, 27], type), random([64, 27, 1024], type))
    rows.measure("matmul", "shared 64x32x27x1024 \(typeName)") { use(w.matmul(columns)) }
  }
}
