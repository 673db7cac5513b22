import Tensors

func timeEntryWise(_ rows: inout Rows) {
  guard rows.wants("entries") else { return }
  for (typeName, type) in types {
    let x = random([1000, 1000], type)
    let (y, row) = (random([1000, 1000], type), random([1000], type))
    let positive = abs(x) + 0.1
    func time(_ name: String, _ body: () -> Void) {
      rows.measure("entries", "\(name) \(typeName)", body)
    }
    time("exp") { use(exp(x)) }
    time("log") { use(log(positive)) }
    time("tanh") { use(tanh(x)) }
    time("sqrt") { use(sqrt(positive)) }
    time("relu") { use(max(x, 0)) }
    time("relu backward") { use(y.replacing(with: 0, where: x .<= 0)) }
    time("sigmoid") { use(1 / (1 + exp(-x))) }
    time("add") { use(x + y) }
    time("add bias") { use(x + row) }
    var sum = copied(x)
    time("add in place") { sum += y }
  }
}

func timeReductions(_ rows: inout Rows) {
  guard rows.wants("reductions") else { return }
  for (typeName, type) in types {
    let x = random([1000, 1000], type)
    func time(_ name: String, _ body: () -> Void) {
      rows.measure("reductions", "\(name) \(typeName)", body)
    }
    time("sum") { use(x.sum()) }
    time("sum along 0") { use(x.sum(along: 0)) }
    time("sum along 1") { use(x.sum(along: 1)) }
    time("max along 0") { use(x.max(along: 0)) }
    time("max along 1") { use(x.max(along: 1)) }
    time("argmax along 1") { use(x.argmax(along: 1)) }
    let tall = x.reshaped(to: [100_000, 10])
    time("max of 10 along 1") { use(tall.max(along: 1)) }
    time("argmax of 10 along 1") { use(tall.argmax(along: 1)) }
    time("sum of 10 along 1") { use(tall.sum(along: 1)) }
  }
}

/// The same entries in memory of their own.
func copied(_ x: Tensor) -> Tensor {
  var y = x
  y += 0
  return y
}
