using System.Globalization;

namespace NetGen.Data;

/// <summary>
/// What a column holds where a row is predicted: a number or a text, or for a window of a series as many as it has steps. Null, an empty
/// text and NaN are a value that is missing.
/// </summary>
public sealed class CsvValue
{
    private readonly double[]? numbers;
    private readonly string?[]? texts;

    private CsvValue(double[]? numbers, string?[]? texts) => (this.numbers, this.texts) = (numbers, texts);

    /// <summary>How many values there are; one of a row.</summary>
    internal int Count => numbers?.Length ?? texts?.Length ?? 1;

    /// <summary>A number.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator CsvValue(double number) => FromDouble(number);

    /// <summary>A number.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator CsvValue(int number) => FromDouble(number);

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator CsvValue(string? text) => FromString(text);

    /// <summary>The numbers of the steps of a window.</summary>
    /// <param name="numbers">The numbers.</param>
    public static implicit operator CsvValue(double[] numbers) => FromDoubles(numbers);

    /// <summary>The numbers of the steps of a window.</summary>
    /// <param name="numbers">The numbers.</param>
    public static implicit operator CsvValue(float[] numbers) => FromSingles(numbers);

    /// <summary>The texts of the steps of a window.</summary>
    /// <param name="texts">The texts.</param>
    public static implicit operator CsvValue(string?[] texts) => FromStrings(texts);

    /// <summary>A number.</summary>
    /// <param name="number">The number.</param>
    public static CsvValue FromDouble(double number) => new([number], null);

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    public static CsvValue FromString(string? text) => new(null, [text]);

    /// <summary>The numbers of the steps of a window.</summary>
    /// <param name="numbers">The numbers.</param>
    public static CsvValue FromDoubles(double[] numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return new(numbers, null);
    }

    /// <summary>The numbers of the steps of a window.</summary>
    /// <param name="numbers">The numbers.</param>
    public static CsvValue FromSingles(float[] numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return new(Array.ConvertAll(numbers, number => (double)number), null);
    }

    /// <summary>The texts of the steps of a window.</summary>
    /// <param name="texts">The texts.</param>
    public static CsvValue FromStrings(string?[] texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return new(null, texts);
    }

    /// <summary>A value as a number; NaN where it is missing, and null where it is no number.</summary>
    internal float? Number(int step, IEnumerable<string> missing)
    {
        if (numbers is not null)
            return float.IsInfinity((float)numbers[step]) ? null : (float)numbers[step];
        if (Text(step, missing) is not { } text)
            return float.NaN;
        return float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float number) && float.IsFinite(number)
            ? number
            : null;
    }

    /// <summary>A value as a text; null where it is missing.</summary>
    internal string? Text(int step, IEnumerable<string> missing)
    {
        if (numbers is not null)
            return double.IsNaN(numbers[step]) ? null : numbers[step].ToString(CultureInfo.InvariantCulture);
        string? text = texts?[step]?.Trim();
        return text is null || missing.Contains(text, StringComparer.OrdinalIgnoreCase) ? null : text;
    }
}
