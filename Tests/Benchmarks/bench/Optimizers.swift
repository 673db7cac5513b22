import Tensors

/// The optimizers' rules on 10^6 entries, as a student who knows the operations in place writes
/// them: a step takes no memory.
func timeOptimizers(_ rows: inout Rows) {
  guard rows.wants("optimizers") else { return }
  for (typeName, type) in types {
    let gradient = random([1_000_000], type)
    var weights = random([1_000_000], type)
    rows.measure("optimizers", "SGD \(typeName)") { weights -= 1e-6 * gradient }

    var velocity = Tensor(zerosLike: weights)
    rows.measure("optimizers", "momentum \(typeName)") {
      velocity *= 0.9
      velocity -= 1e-6 * gradient
      weights += velocity
    }

    var adam = Adam(like: weights)
    rows.measure("optimizers", "Adam \(typeName)") { adam.move(&weights, along: gradient) }
  }
}

/// D. Kingma and J. Ba, Adam: A Method for Stochastic Optimization, 2015.
struct Adam {
  private var mean: Tensor
  private var square: Tensor
  private var step = 0.0

  init(like weights: Tensor) {
    mean = Tensor(zerosLike: weights)
    square = mean
  }

  mutating func move(_ weights: inout Tensor, along gradient: Tensor, rate: Double = 1e-3) {
    step += 1
    mean *= 0.9
    mean += 0.1 * gradient
    square *= 0.999
    square += 0.001 * gradient * gradient
    let (a, b) = (1 - pow(0.9, step), 1 - pow(0.999, step))
    weights -= (rate / a) * mean / (sqrt(square / b) + 1e-8)
  }
}
