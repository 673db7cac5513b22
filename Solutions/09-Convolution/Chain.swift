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
    // begin 9.16: modules[i].forward(…), and not that of a copy: a module may take notes.
    var signal = x
    var caches: [Cache] = []
    for i in modules.indices {
      let (output, cache) = modules[i].forward(signal, training: training)
      signal = output
      caches.append(cache)
    }
    return (signal, Cache(parts: caches))
    // end
  }

  /// Returns the gradients of the loss at `x`, and at each of `parameters`, in their order.
  public func backward(
    _ upstream: Tensor, cache: Cache
  ) -> (x: Tensor, parameters: [Tensor]) {
    // begin 9.17: The last module comes first, but its parameters do not.
    var slope = upstream
    var gradients: [Tensor] = []
    for i in modules.indices.reversed() {
      let (x, parameters) = modules[i].backward(slope, cache: cache.parts[i])
      slope = x
      gradients = parameters + gradients
    }
    return (slope, gradients)
    // end
  }
}
