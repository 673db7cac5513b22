import Tensors

/// Returns `last` and all that it was computed from, directly or not: each once, and each behind all
/// of its own sources. So `last` comes last.
///
/// - Parameter sources: What a member of the graph was computed from. The same one may be in it twice.
public func topologicalOrder<Member: AnyObject>(
  endingAt last: Member, sources: (Member) -> [Member]
) -> [Member] {
  var order: [Member] = []
  var seen: Set<ObjectIdentifier> = []
  func visit(_ member: Member) {
    guard seen.insert(ObjectIdentifier(member)).inserted else { return }
    for source in sources(member).reversed() { visit(source) }
    order.append(member)
  }
  visit(last)
  return order
}
