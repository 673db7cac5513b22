import Tensors

extension Question where Input == NewNets, Reply == MadeNets {
  public static var netInitialization: Self { Self("05.net.initialization") }
}

extension Question where Input == LayerRun<NetInput>, Reply == LayerTrace<Tensor, NetGradients> {
  /// The logits, `[N, C]`. There are no ways back.
  public static var netForward: Self { Self("05.net.forward") }
}

extension Question where Input == LayerRun<NetInput>, Reply == LayerTrace<Double, NetGradients> {
  public static var netLoss: Self { Self("05.net.loss") }
}
