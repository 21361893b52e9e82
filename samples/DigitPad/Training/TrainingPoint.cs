namespace DigitPad.Training;

/// <summary>A point of the curve.</summary>
/// <param name="Step">How many steps were done.</param>
/// <param name="Loss">The mean loss of the steps since the last point.</param>
/// <param name="Accuracy">The part of held-out drawn digits that is classified correctly.</param>
public sealed record TrainingPoint(int Step, double Loss, double Accuracy);
