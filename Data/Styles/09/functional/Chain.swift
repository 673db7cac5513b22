import Tensors

/// Modules, one behind the other. A chain of none is the identity.
public struct Chain: Module {
  public var modules: [any Module]

  public init(_ modules: [any Module]) {
    self.modules = modules
  }

  /// Those of the first module, of the second, and so on.
  public var parameters: [Tensor] {
    get { modules.flatMap(\.parameters) }
    set {
      var rest = newValue[...]
      for i in modules.indices {
        let count = modules[i].parameters.count
        modules[i].parameters = Array(rest.prefix(count))
        rest = rest.dropFirst(count)
      }
    }
  }

  public var statistics: [Tensor] {
    get { modules.flatMap(\.statistics) }
    set {
      var rest = newValue[...]
      for i in modules.indices {
        let count = modules[i].statistics.count
        modules[i].statistics = Array(rest.prefix(count))
        rest = rest.dropFirst(count)
      }
    }
  }

  /// Returns the output of the last module, and the caches of all.
  public mutating func forward(
    _ x: Tensor, training: Bool
  ) -> (output: Tensor, cache: Cache) {
    let passes = modules.indices.reduce(into: (signal: x, caches: [Cache]())) { passes, i in
      let pass = modules[i].forward(passes.signal, training: training)
      passes.signal = pass.output
      passes.caches.append(pass.cache)
    }
    return (passes.signal, Cache(parts: passes.caches))
  }

  /// Returns the gradients of the loss at `x`, and at each of `parameters`, in their order.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    zip(modules, cache.parts).reversed().reduce(into: (x: upstream, parameters: [Tensor]())) {
      way, step in
      let back = step.0.backward(way.x, cache: step.1)
      way = (back.x, back.parameters + way.parameters)
    }
  }
}
