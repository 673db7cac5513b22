import Doorway

Doorway.serve(allAnswers())
