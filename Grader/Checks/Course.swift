// swift-format-ignore-file
// Derived by `grader derive` from the list in Package.swift and the folders that it names.
import Grading

extension Catalogue {
  /// All exercises of the course, in its order.
  public static let exercises: [Exercise] = [exercise01, exercise02, exercise03, exercise04, exercise05, exercise06, exercise07, exercise08, exercise09, exercise10, exercise11, exercise12]
}

private let exercise01 = Exercise(
  number: "01",
  title: "Warm-up",
  folder: "01-WarmUp",
  files: ["Statistics.swift", "Distances.swift", "Masks.swift", "Windows.swift", "Shuffling.swift", "Values.swift"],
  given: [],
  buildsOn: [],
  plan: plan01)

private let exercise02 = Exercise(
  number: "02",
  title: "Gradients, measured and derived",
  folder: "02-Gradients",
  files: ["Differences.swift", "GradientChecker.swift", "Formulas.swift", "ChainRule.swift", "Products.swift", "Descent.swift", "Gates.swift", "XORNet.swift"],
  given: ["Layer.swift"],
  buildsOn: [],
  plan: plan02)

private let exercise03 = Exercise(
  number: "03",
  title: "Data",
  folder: "03-Data",
  files: ["CIFARRecords.swift", "Netpbm.swift", "ImageFolder.swift", "InMemory.swift", "Statistics.swift", "Transforms.swift", "RandomTransforms.swift", "DataLoader.swift", "Splits.swift"],
  given: ["Dataset.swift", "Files.swift", "Transform.swift"],
  buildsOn: [],
  plan: plan03)

private let exercise04 = Exercise(
  number: "04",
  title: "Logistic regression",
  folder: "04-LogisticRegression",
  files: ["Sigmoid.swift", "Classifier.swift", "MSE.swift", "L1.swift", "BCEFromLogits.swift", "SoftmaxCrossEntropy.swift", "GradientDescent.swift", "Solver.swift", "LeastSquares.swift", "Standardized.swift", "OneVsRest.swift"],
  given: ["LinearEquations.swift", "Loss.swift", "Optimizer.swift", "Samples.swift"],
  buildsOn: [],
  plan: plan04)

private let exercise05 = Exercise(
  number: "05",
  title: "Neural networks from the inside",
  folder: "05-NeuralNetworks",
  files: ["Sigmoid.swift", "ReLU.swift", "Affine.swift", "CrossEntropyFromLogits.swift", "ClassificationNet.swift", "SGD.swift", "SGDMomentum.swift", "Solver.swift"],
  given: ["Layer.swift", "Optimizer.swift", "Samples.swift"],
  buildsOn: [],
  plan: plan05)

private let exercise06 = Exercise(
  number: "06",
  title: "Tuning",
  folder: "06-Tuning",
  files: ["LeakyReLU.swift", "Tanh.swift", "Maxout.swift", "Initialization.swift", "UnitSpread.swift", "SignalDeviation.swift", "NesterovMomentum.swift", "Adagrad.swift", "RMSProp.swift", "Adam.swift", "AdamW.swift", "LAMB.swift", "Schedule.swift", "Clipping.swift", "Scheduled.swift", "EarlyStopping.swift", "SearchRange.swift", "Search.swift", "CrossValidation.swift", "SigmoidSum.swift", "Parity.swift", "MyNetwork.swift"],
  given: ["OwnImages.swift", "RatedOptimizer.swift", "TrainedNetwork.swift"],
  buildsOn: [exercise05],
  plan: plan06)

private let exercise07 = Exercise(
  number: "07",
  title: "Automatic differentiation",
  folder: "07-Autograd",
  files: ["ScalarOperations.swift", "TopologicalOrder.swift", "Scalar.swift", "Node.swift", "Broadcasting.swift", "NodeArithmetic.swift", "NodeFunctions.swift", "NodeReductions.swift", "NodeShapes.swift", "GraphNet.swift"],
  given: ["Constants.swift", "GraphTraining.swift", "Vertex.swift"],
  buildsOn: [exercise05],
  plan: plan07)

private let exercise08 = Exercise(
  number: "08",
  title: "Regularisation and representation",
  folder: "08-Representation",
  files: ["Dropout.swift", "BatchNormalization.swift", "LayerNormalization.swift", "GroupNormalization.swift", "Augmentation.swift", "Penalized.swift", "Autoencoder.swift", "Denoising.swift", "TransferTraining.swift", "Transfer.swift"],
  given: ["FewLabels.swift", "Mode.swift", "Normalized.swift"],
  buildsOn: [exercise05, exercise06],
  plan: plan08)

private let exercise09 = Exercise(
  number: "09",
  title: "Convolution",
  folder: "09-Convolution",
  files: ["Window.swift", "NaiveConv2D.swift", "Conv2D.swift", "MaxPool2D.swift", "AveragePool2D.swift", "SpatialBatchNorm.swift", "PointwiseConvolution.swift", "ReceptiveField.swift", "Chain.swift", "Residual.swift", "Networks.swift", "Keypoints.swift", "MyKeypointNet.swift", "MyConvNet.swift"],
  given: ["Cache.swift", "Channels.swift", "Module.swift", "Plain.swift", "TrainedConvNet.swift", "TrainedKeypointNet.swift"],
  buildsOn: [exercise05, exercise06],
  plan: plan09)

private let exercise10 = Exercise(
  number: "10",
  title: "Segmentation",
  folder: "10-Segmentation",
  files: ["ConvTranspose2D.swift", "Adjoint.swift", "NearestUpsampling.swift", "BilinearUpsampling.swift", "Skip.swift", "Networks.swift", "PixelCrossEntropy.swift", "ConfusionMatrix.swift", "MySegmentationNet.swift"],
  given: ["TrainedSegmentationNet.swift"],
  buildsOn: [exercise05, exercise06, exercise09],
  plan: plan10)

private let exercise11 = Exercise(
  number: "11",
  title: "Recurrence",
  folder: "11-Recurrence",
  files: ["Embedding.swift", "RNNCell.swift", "LSTMCell.swift", "GRUCell.swift", "Starts.swift", "RecurrentLayer.swift", "PaddedTokens.swift", "Bidirectional.swift", "Packing.swift", "GradientNorms.swift", "SentenceClassifier.swift", "CharacterModel.swift", "ClippedStep.swift", "Bigrams.swift", "Writing.swift", "MySentimentNet.swift", "MyCharacterNet.swift"],
  given: ["Cell.swift", "Gates.swift", "SequenceCache.swift", "TrainedCharacterNet.swift", "TrainedSentimentNet.swift"],
  buildsOn: [exercise05, exercise06],
  plan: plan11)

private let exercise12 = Exercise(
  number: "12",
  title: "Attention",
  folder: "12-Attention",
  files: ["ScaledDotAttention.swift", "Masks.swift", "LayerNorm.swift", "MultiHeadAttention.swift", "PositionalEncoding.swift", "FeedForward.swift", "EncoderBlock.swift", "DecoderBlock.swift", "SmoothedCrossEntropy.swift", "WarmupSchedule.swift", "BytePairTokenizer.swift", "Decoding.swift", "Transformer.swift", "TeacherForcing.swift", "KeyValueCache.swift", "Writing.swift"],
  given: ["AdditionTraining.swift", "DecoderBlock+Parameters.swift", "Embedding.swift", "Linear.swift", "NormPlacement.swift", "Parameterized.swift", "Token.swift", "Transformer+Parameters.swift"],
  buildsOn: [exercise06],
  plan: plan12)
