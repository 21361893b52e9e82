using System.Globalization;

namespace NetGen.Data;

/// <summary>What a network predicts of a row, or of a window of a series.</summary>
/// <param name="Class">The name of the class; null of a network that predicts numbers.</param>
/// <param name="Probabilities">
/// The probability of each class, by its name; empty where the network's loss gives its outputs no such meaning, and of numbers.
/// </param>
/// <param name="Values">
/// The predicted numbers by the names of their columns, in the columns' units: one of a row, and of a window one for each row ahead. Empty
/// of classes.
/// </param>
public sealed record CsvPrediction(
    string? Class, IReadOnlyDictionary<string, float> Probabilities, IReadOnlyDictionary<string, IReadOnlyList<float>> Values)
{
    /// <summary>The probability of <see cref="Class"/>; NaN where there are none.</summary>
    public float Probability => Class is not null && Probabilities.TryGetValue(Class, out float probability) ? probability : float.NaN;

    /// <summary>The predicted number, where there is one; of several the first.</summary>
    /// <exception cref="InvalidOperationException">A class is predicted.</exception>
    public float Value => Values.Count > 0
        ? Values.First().Value[0]
        : throw new InvalidOperationException($"The class '{Class}' is predicted, and no number.");

    /// <summary>In a line, such as "Adelie (98.20 %)" or "price 12.5".</summary>
    public override string ToString()
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        if (Class is not null)
            return float.IsNaN(Probability) ? Class : string.Create(culture, $"{Class} ({Probability * 100:F2} %)");
        return string.Join(", ", Values.Select(value =>
            $"{value.Key} {string.Join(' ', value.Value.Select(number => number.ToString(culture)))}"));
    }
}
