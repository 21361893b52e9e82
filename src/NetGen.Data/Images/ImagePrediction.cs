using System.Globalization;

namespace NetGen.Data;

/// <summary>What a network says of a picture.</summary>
/// <param name="Probabilities">Each class with its probability, 0 to 1, the most probable first.</param>
public sealed record ImagePrediction(IReadOnlyList<(string ClassName, double Probability)> Probabilities)
{
    /// <summary>The name of the most probable class.</summary>
    public string ClassName => Probabilities[0].ClassName;

    /// <summary>Its probability, 0 to 1.</summary>
    public double Probability => Probabilities[0].Probability;

    /// <summary>The most probable class and its probability, such as <c>cat (97.3 %)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ClassName} ({100 * Probability:F1} %)");
}
