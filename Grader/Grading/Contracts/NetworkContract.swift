import Doorway
import Tensors

/// What a network of affine layers is when it is new, however its numbers are drawn: by their
/// distribution, their order, and the settings that arrive. What it does with samples is a layer's,
/// with draws of `Examination.net`.
public struct NetworkContract: Sendable {
  let initialization: Question<NewNets, MadeNets>

  public init(_ initialization: Question<NewNets, MadeNets>) {
    self.initialization = initialization
  }

  public func expectInitialization(_ exam: Examination) throws {
    let sizes = [exam.count(in: 30...40), exam.count(in: 41...50), exam.count(in: 20...29)]
    func net(_ sizes: [Int], _ activation: NetInput.Activation) -> NewNet {
      NewNet(
        sizes: sizes, activation: activation, weightDeviation: exam.number(in: 0.02...2),
        regularization: exam.number(in: 0.1...0.5))
    }
    let (probe, seed) = (exam.awayFromZero([5]), exam.seed)
    let nets = [net(sizes, .given), net(sizes, .relu), net([4, 4, 4], .given)]
    let question = NewNets(nets, seed: seed, probe: probe)
    func make(_ question: NewNets) throws -> MadeNets {
      let made = try exam.ask(initialization, question)
      try exam.require(
        [made.parameters.count, made.regularizations.count, made.activated.count]
          .allSatisfy { $0 == question.nets.count })
      return made
    }
    let made = try make(question)
    exam.note(made, of: initialization, question)
    try expectShapes(exam, made, nets)
    for (net, asked) in zip(made.parameters, nets).prefix(2) {
      for i in [0, 2] {
        try exam.expectNormal(
          net.tensors[i], deviation: asked.weightDeviation,
          named: "the weights of layer \(i / 2 + 1)")
      }
    }

    let small = made.parameters[2].tensors
    try exam.expect(
      small[0] != small[2], "two layers of the same size have the same weights")
    try exam.expect(
      abs(small[0].mean()) > 1e-12 * nets[2].weightDeviation,
      "the weights of a small layer have a mean of exactly 0, which draws never have")

    // Of another size in the end, and of another seed.
    var longer = question
    longer.nets[0].sizes[2] += 1
    var other = question
    other.seed &+= 1
    func weights(_ question: NewNets) throws -> [Tensor] {
      let tensors = try make(question).parameters[0].tensors
      try exam.require(tensors.count == 4)
      return tensors
    }
    let first = made.parameters[0].tensors
    let (one, next) = (
      first[0] / nets[0].weightDeviation, made.parameters[1].tensors[0] / nets[1].weightDeviation
    )
    try exam.expect(
      abs(one - next).max() > 1e-6,
      "two networks from the same generator are the same")
    try exam.expect(
      try weights(question) == first, "the same generator gave other weights the second time")
    try exam.expect(try weights(other) != first, "another generator gave the same weights")
    try exam.expect(
      try weights(longer)[0] == first[0],
      "the weights of layer 1 changed when the last layer got another size: "
        + "draw layer by layer, from the first")
    try expectSettings(exam, made, nets, probe)
  }

  /// What is asked for arrives.
  private func expectSettings(
    _ exam: Examination, _ made: MadeNets, _ nets: [NewNet], _ probe: Tensor
  ) throws {
    for (i, net) in nets.enumerated() {
      try exam.expect(
        made.regularizations[i] == net.regularization,
        "regularization is \(made.regularizations[i]) in the new network, \(net.regularization) was "
          + "asked for")
      // Whether the activation is right is not asked here, only whether it is this one.
      let isOurs = made.activated[i] == probe / (1 + abs(probe))
      try exam.expect(
        isOurs == (net.activation == .given),
        "the new network has another activation than was asked for")
    }
  }

  private func expectShapes(_ exam: Examination, _ made: MadeNets, _ nets: [NewNet]) throws {
    for (net, asked) in zip(made.parameters, nets) {
      let shapes = zip(asked.sizes, asked.sizes.dropFirst()).flatMap { [[$0, $1], [$1]] }
      let seen = net.tensors.map(\.shape)
      try exam.expect(seen == shapes, "the parameters have the shapes \(seen), expected \(shapes)")
      for i in stride(from: 1, to: net.tensors.count, by: 2) {
        try exam.expect(
          net.tensors[i].scalars.allSatisfy { $0 == 0 },
          "the bias of layer \(i / 2 + 1) does not start at 0")
      }
    }
  }
}
