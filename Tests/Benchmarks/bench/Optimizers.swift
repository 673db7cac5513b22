import Tensors

/// The optimizers' rules on 10^6 entries, as a student who knows the operations in place writes
/// them: a step takes no memory.
func timeOptimizers(_ rows: inout Rows) {
  guard rows.wants("optimizers") else { return }
  for (typeName, type) in types {
    let gradient = random([1_000_000], type)
    var weights = random([1_000_000], type)
    rows.measure("optimizers", "SGD \(typeName)") { weights.add(gradient, times: -1e-6) }

    var velocity = Tensor(zerosLike: weights)
    rows.measure("optimizers", "momentum \(typeName)") {
      velocity.scale(by: 0.9, adding: gradient, times: -1e-6)
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
    mean.scale(by: 0.9, adding: gradient, times: 0.1)
    square.scale(by: 0.999, adding: gradient * gradient, times: 0.001)
    let (a, b) = (1 - pow(0.9, step), 1 - pow(0.999, step))
    weights.add(mean / (sqrt(square / b) + 1e-8), times: -rate / a)
  }
}
