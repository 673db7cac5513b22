import Tensors

extension Property {
  static let scattering: [Property] = [
    Property("gathered, add at indices") { trial in
      let (x, plain) = matrix(&trial)
      let axis = trial.generator.number(0...1)
      let (n, other) = (plain.shape[axis], plain.shape[1 - axis])
      if n == 0 { return nil }
      let indices = (0..<other).map { _ in trial.generator.number(0...n - 1) }
      let (values, addends) = trial.other([other])
      func index(_ i: Int) -> [Int] { axis == 0 ? [indices[i], i] : [i, indices[i]] }
      let gathered = x.gathered(at: indices, along: axis)
      var expected = plain
      for i in indices.indices { expected[index(i)] += addends[[i]] }
      var changed = x
      changed.add(values, at: indices, along: axis)
      var again = changed
      again.add(0.5, at: indices, along: axis)
      let twice = Plain(plain.shape, plain.type) { place in
        index(place[1 - axis]) == place ? expected[place] + 0.5 : expected[place]
      }
      return first(
        difference(gathered, Plain([other], plain.type) { plain[index($0[0])] }),
        difference(changed, expected), difference(again, twice), difference(x, plain)
      ).map { "at \(indices.prefix(9)) along \(axis): \($0)" }
    },
    Property("add to rows") { trial in
      let plain = trial.plain
      guard let count = plain.shape.first, count > 0 else { return nil }
      let indices = (0..<trial.generator.number(0...6)).map { _ in
        trial.generator.number(0...count - 1)
      }
      let (values, addends) = trial.other([indices.count] + plain.shape.dropFirst())
      let type = plain.promoted(with: addends)
      let rounded = addends.converted(to: type)
      var expected = plain.converted(to: type)
      // One after another, so each sum is rounded before the next.
      Plain.forEachIndex(of: addends.shape) { index in
        expected[[indices[index[0]]] + index.dropFirst()] += rounded[index]
      }
      var x = trial.taken()
      x.add(values, toRows: indices)
      return difference(x, expected).map { "\(indices): \($0)" }
    },
    Property("add to windows") { trial in
      let plain = trial.plain
      guard let drawn = WindowSetting(on: plain.shape, &trial.generator),
        drawn.shape.reduce(1, *) < 20_000
      else { return nil }
      let (values, addends) = trial.other(drawn.shape)
      let type = plain.promoted(with: addends)
      let rounded = addends.converted(to: type)
      let leading = plain.shape.count - drawn.size.count
      var terms: [[Int]: [Double]] = [:]
      Plain.forEachIndex(of: drawn.shape) { index in
        let place = Array(index[..<leading]) + drawn.place(of: index, leading)
        terms[place, default: []].append(rounded[index])
      }
      var bounds: [Double] = []
      let expected = Plain(plain.shape, type) { index in
        let sum = BoundedSum([Plain.rounded(plain[index], to: type)] + (terms[index] ?? []), type)
        bounds.append(sum.bound)
        return sum.value
      }
      var x = trial.taken()
      x.add(values, toWindowsOf: drawn.size, stride: drawn.stride, dilation: drawn.dilation)
      return difference(x, expected, .within(bounds)).map {
        "of \(drawn.size), \(drawn.stride) apart, dilation \(drawn.dilation): \($0)"
      }
    },
  ]

  /// The tensor as a matrix, which gathering wants.
  private static func matrix(_ trial: inout Trial) -> Pair {
    if trial.x.rank == 2 { return (trial.x, trial.plain) }
    let shape = [trial.plain.entries.count, 1]
    return (trial.x.reshaped(to: shape), trial.plain.reshaped(shape))
  }
}
