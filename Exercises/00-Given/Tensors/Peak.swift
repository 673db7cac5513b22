internal import Kernels

extension Tensor {
  /// Multiplies and adds `count` times or a few times more, in registers alone and on one thread:
  /// the least time in which a matrix product with so many products could be done. For benches.
  @_spi(Benches)
  public static func multiplyAndAdd(count: Int, _ elementType: ElementType) {
    switch elementType {
    case .float32: repeated(count, Float.self)
    case .float64: repeated(count, Double.self)
    }
  }

  private static func repeated<T: Entry>(_ count: Int, _ type: T.Type) {
    _ = multiplyAdds(type, steps: count / multiplyAdds(type, steps: 1) + 1)
  }
}
