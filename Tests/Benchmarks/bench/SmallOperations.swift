import Tensors

/// What an operation costs beside its arithmetic, and single entries in a loop.
func timeSmallOperations(_ rows: inout Rows) {
  guard rows.wants("small") else { return }
  let (a, b) = (random([4], .float64), random([4], .float64))
  let (m, row) = (random([4, 4], .float64), random([1, 4], .float64))
  rows.measure("small", "a + b of 4") { use(a + b) }
  rows.measure("small", "a * 2 of 4") { use(a * 2) }
  rows.measure("small", "exp of 4") { use(exp(a)) }
  rows.measure("small", "a + b of 4x4 and 1x4") { use(m + row) }
  rows.measure("small", "sum of 4x4 along 0") { use(m.sum(along: 0)) }
  rows.measure("small", "matmul 4x4") { use(m.matmul(m)) }
  rows.measure("small", "transpose 4x4") { use(m.transposed()) }

  let x = random([100, 100], .float64)
  rows.measure("small", "10000 reads x[i, j]") {
    var total = 0.0
    for i in 0..<100 { for j in 0..<100 { total += x[i, j] } }
    use(total)
  }
  var z = random([100, 100], .float64)
  rows.measure("small", "10000 writes z[i, j]") {
    for i in 0..<100 { for j in 0..<100 { z[i, j] = 1 } }
  }
  use(z)
}
