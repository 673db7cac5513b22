import Tensors

/// Returns `last` and all that it was computed from, directly or not: each once, and each behind all
/// of its own sources. So `last` comes last.
///
/// - Parameter sources: What a member of the graph was computed from. The same one may be in it twice.
public func topologicalOrder<Member: AnyObject>(
  endingAt last: Member, sources: (Member) -> [Member]
) -> [Member] {
  // TODO: 7.7  Without recursion, for a graph may be deep: an array of those you are still at.
  unfinished("7.7")
}
