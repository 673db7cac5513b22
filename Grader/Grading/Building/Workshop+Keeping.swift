import Foundation

extension Workshop {
  /// Builds `sources` unless that has been done before.
  func kept(
    _ sources: [String: Data], stubs: [String: Data]
  ) throws(GraderError) -> Build {
    let name = "\(exercise.number)-\(try digest(of: sources))"
    return try cache.alone(name) { () throws(GraderError) in
      try kept(under: name, sources, stubs: stubs)
    }
  }

  private func kept(
    under name: String, _ sources: [String: Data], stubs: [String: Data]
  ) throws(GraderError) -> Build {
    let record = "build.json"
    let folder = cache.path(of: name)
    if cache.holds(record, under: name),
      let data = FileManager.default.contents(atPath: "\(folder)/\(record)"),
      let build = try? JSONDecoder().decode(Build.self, from: data)
    {
      return build
    }
    return try cache.put(name, isQuick: !builder.optimizes) { (aside) throws(GraderError) in
      var build = try built(sources, stubs: stubs, in: aside)
      build.executable = "\(folder)/subject"
      guard let data = try? JSONEncoder().encode(build) else {
        throw .cannotWrite(path: "\(aside)/\(record)", errno: EINVAL)
      }
      try AtomicFile.write(data, to: "\(aside)/\(record)", durably: false)
      return build
    }
  }

  /// Builds `sources` in `folder`: what is not optimised file by file, with what was made of the last room.
  private func built(
    _ sources: [String: Data], stubs: [String: Data], in folder: String
  ) throws(GraderError) -> Build {
    guard !builder.optimizes else {
      return try builder.build(exercise, sources, stubs: stubs, in: folder)
    }
    let name = "\(exercise.number)-increments-\(try digest(of: [:]))"
    return try cache.lending(name, to: "\(folder)/increments") { (place) throws(GraderError) in
      var builder = builder
      builder.increments = Increments(folder: place)
      return try builder.build(exercise, sources, stubs: stubs, in: folder)
    }
  }
}
