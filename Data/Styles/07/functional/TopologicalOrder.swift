/// What is found depth first, sources from the front, and a mark for those whose sources are done.
public func topologicalOrder<Member: AnyObject>(
  endingAt last: Member, sources: (Member) -> [Member]
) -> [Member] {
  enum Task { case enter(Member), leave(Member) }
  var tasks = [Task.enter(last)]
  var entered = Set<ObjectIdentifier>()
  var order = [Member]()
  while let task = tasks.popLast() {
    switch task {
    case .enter(let member):
      guard entered.insert(ObjectIdentifier(member)).inserted else { continue }
      tasks.append(.leave(member))
      tasks += sources(member).map { .enter($0) }
    case .leave(let member):
      order.append(member)
    }
  }
  return order
}
