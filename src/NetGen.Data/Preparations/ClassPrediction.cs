using System.Globalization;

namespace NetGen.Data;

/// <summary>What a network says of a picture or a text.</summary>
/// <param name="ClassName">The name of the likeliest class.</param>
/// <param name="Probabilities">
/// Each class with its probability, 0 to 1, the most probable first; empty where the network's loss gives its outputs no such meaning.
/// </param>
public sealed record ClassPrediction(string ClassName, IReadOnlyList<(string ClassName, double Probability)> Probabilities)
{
    /// <summary>The probability of <see cref="ClassName"/>, 0 to 1; NaN where there are none.</summary>
    public double Probability => Probabilities.Count > 0 ? Probabilities[0].Probability : double.NaN;

    /// <summary>The likeliest class and its probability, such as <c>cat (97.3 %)</c>.</summary>
    public override string ToString() => Probabilities.Count == 0
        ? ClassName
        : string.Create(CultureInfo.InvariantCulture, $"{ClassName} ({100 * Probability:F1} %)");
}
