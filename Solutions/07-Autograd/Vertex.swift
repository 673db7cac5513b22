/// What a graph of computation is made of: a result that remembers what it was computed from.
///
/// Read it; there is nothing to write here.
protocol Vertex: AnyObject {
  /// What it was computed from; empty where it was not computed at all.
  var sources: [Self] { get }

  /// Lets go of the sources, and of all that is kept for the way back to them.
  func forget()
}

extension Vertex {
  /// Frees what only this vertex still holds, and what only that holds, and so on: for `deinit`.
  ///
  /// Swift would free each source from within the end of the one that holds it. A chain of ten
  /// thousand would be ten thousand calls deep, and no stack is so large. So each loses its sources
  /// here, in a loop, before its own end comes.
  func takeApart() {
    var rest = sources
    forget()
    while var vertex = rest.popLast() {
      guard isKnownUniquelyReferenced(&vertex) else { continue }
      rest += vertex.sources
      vertex.forget()
    }
  }
}
