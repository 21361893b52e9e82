using NetGen;

namespace Lecture.Classify;

/// <summary>A trained network and how well it does.</summary>
/// <param name="Network">Gives scores for x and y: one a class, or a single one of two classes.</param>
/// <param name="HeldOut">Points that it has not seen.</param>
/// <param name="OnTraining">Loss and accuracy on the points that it learnt from.</param>
/// <param name="OnHeldOut">Loss and accuracy on <paramref name="HeldOut"/>.</param>
internal sealed record Classifier(Network Network, LabelledPoints HeldOut, Evaluation OnTraining, Evaluation OnHeldOut);
