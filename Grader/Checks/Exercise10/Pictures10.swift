import Datasets
import Doorway
import Grading

/// What there is to be seen of exercise 10.
let pictures10 = PicturePlan(
  name: "made scenes", trains: true,
  [
    .init("Scenes to learn from", draw: scenes),
    .init("Scenes that it has not seen, and what your network makes of them", draw: masks),
  ])

private func scenes(_ sources: PictureSources) throws -> [Illustration] {
  let scenes = SyntheticScenes.training(count: 8, seed: sources.seed)
  return [
    .words(
      "The first \(scenes.count) scenes, and to what each of their pixels belongs. White is not counted."
    ), legend(scenes.classNames),
    .images(
      (0..<scenes.count).map { i in
        Illustration.Shown(
          PixelImage(beside: [PixelImage(scenes.images, at: i), labels(of: i, in: scenes)]),
          "scene \(i)", showing: "Scene \(i), and the class of each pixel", scale: 4)
      }),
  ]
}

private func masks(_ sources: PictureSources) throws -> [Illustration] {
  let subject = try sources.newSubject()
  let training = SceneTraining(count: Scenes10.training, seed: sources.seed)
  let shapes = try subject.ask(.sceneShapes, [training], limits: .sceneTraining)[0]
  _ = try OwnModel.checkCount(of: shapes.parameters + shapes.statistics)
  let curve = try subject.ask(.sceneTraining, [training], limits: .sceneTraining)[0]
  let scenes = SyntheticScenes.test(count: 100, seed: sources.seed)
  let found = try subject.ask(.sceneClasses, [scenes.images.asked], limits: .sceneTraining)[0]
    .classes
  guard found.count == scenes.labels.count else {
    throw NothingToShow(
      "\(found.count) classes came back, expected one for each of \(scenes.labels.count) pixels.")
  }
  let score = SceneScore(found: found, of: scenes)
  let side = scenes.images.shape[2]
  let size = side * scenes.images.shape[1]
  return [
    .words(
      "Trained on \(training.count) scenes. Of \(scenes.count) others it names \(percent(score.accuracy)) "
        + "of the pixels rightly, and the mean IoU is \(percent(score.meanIoU)). From left to right: the "
        + "scene, the right classes, those that it finds, and in black the pixels where these are wrong."
    ),
    .chart(Chart(trainingLosses: curve.trainingLosses)), legend(scenes.classNames),
    .images(
      (0..<8).map { i in
        let own = Array(found[i * size..<(i + 1) * size])
        let right = scenes.labels(at: [i])
        let wrong = right.indices.map { right[$0] != LabeledScenes.ignored && own[$0] != right[$0] }
        let counted = right.indices.filter { right[$0] != LabeledScenes.ignored }
        let share = Double(counted.count { own[$0] == right[$0] }) / Double(max(counted.count, 1))
        return Illustration.Shown(
          PixelImage(beside: [
            PixelImage(scenes.images, at: i), labels(of: i, in: scenes),
            PixelImage(classes: own, width: side),
            PixelImage(classes: wrong.map { $0 ? 0 : -1 }, width: side),
          ]), "scene \(i): \(percent(share)) of the pixels right",
          showing:
            "Scene \(i), its classes, those that your network finds, and where they are wrong",
          scale: 4)
      }),
  ]
}

private func labels(of index: Int, in scenes: LabeledScenes) -> PixelImage {
  PixelImage(classes: scenes.labels(at: [index]), width: scenes.images.shape[2])
}

private func legend(_ names: [String]) -> Illustration {
  .images(
    names.enumerated().map { i, name in
      Illustration.Shown(
        PixelImage(classes: [Int](repeating: i, count: 16), width: 4), name,
        showing: "The colour of \(name)", scale: 6)
    })
}
