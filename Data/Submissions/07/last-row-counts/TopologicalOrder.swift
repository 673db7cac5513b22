import Tensors

/// Returns `last` and all that it was computed from, directly or not: each once, and each behind all
/// of its own sources. So `last` comes last.
///
/// - Parameter sources: What a member of the graph was computed from. The same one may be in it twice.
public func topologicalOrder<Member: AnyObject>(
  endingAt last: Member, sources: (Member) -> [Member]
) -> [Member] {
  var order: [Member] = []
  var seen: Set = [ObjectIdentifier(last)]
  var path = [(member: last, rest: sources(last))]
  while !path.isEmpty {
    if let source = path[path.count - 1].rest.popLast() {
      if seen.insert(ObjectIdentifier(source)).inserted {
        path.append((source, sources(source)))
      }
    } else {
      order.append(path.removeLast().member)
    }
  }
  return order
}
