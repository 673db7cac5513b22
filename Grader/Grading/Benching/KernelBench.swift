@_spi(Benches) import Tensors

/// The operations of `Tensors`, by what the machine can do: multiply-adds in registers, and copying.
public struct KernelBench {
  private let rounds: Rounds

  public init(rounds: Int) {
    self.rounds = Rounds(count: rounds)
  }

  public func rows() -> [BenchRow] {
    let threads = Tensor.threadCount
    defer { Tensor.threadCount = threads }
    var rows: [BenchRow] = []
    for count in Set([1, threads]).sorted() {
      Tensor.threadCount = count
      rows += products(threads: count)
      rows += entryWise(threads: count)
    }
    return rows
  }

  /// A layer, [N, 3072] · [3072, 200], of growing batches; the limit is a batch's share of what the
  /// largest takes.
  public func growth(batches: [Int] = [1, 4, 16, 64, 256, 1024, 4096]) -> [BenchRow] {
    let threads = Tensor.threadCount
    defer { Tensor.threadCount = threads }
    return Set([1, threads]).sorted().flatMap { count in
      Tensor.threadCount = count
      return growth(of: batches, threads: count)
    }
  }

  private func growth(of batches: [Int], threads: Int) -> [BenchRow] {
    let weights = random([3072, 200], .float32)
    let largest = batches.max() ?? 1
    let whole = random([largest, 3072], .float32)
    return batches.map { size in
      let x = random([size, 3072], .float32)
      var times = rounds.medians(repetitions: 5) {
        keep(x.matmul(weights))
      } limit: {
        keep(whole.matmul(weights))
      }
      times.limit *= Double(size) / Double(largest)
      return BenchRow(
        "growth", "layer, batch \(size), \(inWords(threads))", times,
        limit: "its share of a batch of \(largest)")
    }
  }

  private func products(threads: Int) -> [BenchRow] {
    // [M, K] · [K, N]: squares, a layer there and back, a layer of few classes.
    let shapes = [
      (64, 64, 64), (512, 512, 512), (256, 3072, 200), (3072, 256, 200), (200, 512, 10),
    ]
    return [ElementType.float32, .float64].flatMap { type in
      shapes.map { m, k, n in
        let (a, b) = (random([m, k], type), random([k, n], type))
        let count = m * k * n
        // Small ones many times over, so that a run takes a millisecond or more.
        let calls = max(1, 50_000_000 / count)
        var times = rounds.medians(repetitions: 5) {
          for _ in 0..<calls { keep(a.matmul(b)) }
        } limit: {
          Tensor.multiplyAndAdd(count: calls * count, type)
        }
        times.ours /= Double(calls)
        times.limit /= Double(calls * threads)
        return BenchRow(
          "kernels", "[\(m), \(k)] · [\(k), \(n)], \(type), \(inWords(threads))", times,
          limit: "multiply-adds in registers")
      }
    }
  }

  private func entryWise(threads: Int) -> [BenchRow] {
    [ElementType.float32, .float64].flatMap { type in
      let (x, y) = (random([1000, 1000], type), random([1000, 1000], type))
      let works: [(String, () -> Void)] = [
        ("exp(x)", { keep(exp(x)) }), ("tanh(x)", { keep(tanh(x)) }),
        ("max(x, 0)", { keep(max(x, 0)) }), ("x + y", { keep(x + y) }),
        ("x.sum(along: 0)", { keep(x.sum(along: 0)) }),
      ]
      return works.map { name, work in
        BenchRow(
          "kernels", "\(name) of 10⁶, \(type), \(inWords(threads))",
          rounds.medians(repetitions: 10, ours: work) { keep(-x) },
          limit: "changing the sign of each")
      }
    }
  }

  private func inWords(_ threads: Int) -> String {
    threads == 1 ? "1 thread" : "\(threads) threads"
  }

  private func random(_ shape: [Int], _ type: ElementType) -> Tensor {
    var generator = SeededGenerator(seed: 1)
    return Tensor(uniform: shape, in: -1..<1, using: &generator).converted(to: type)
  }

  /// Keeps a result from being optimised away.
  @inline(never)
  private func keep(_ tensor: Tensor) {}
}
