namespace MnistTrainer.Report;

/// <summary>Which digits are taken for which: a row for each digit, a column for what it was read as.</summary>
internal static class ConfusionTable
{
    /// <summary>The table as lines of text, with the part of each digit that was read rightly; <paramref name="count"/> gives digits of the first class read as the second.</summary>
    public static IEnumerable<string> Lines(int classes, Func<int, int, long> count)
    {
        int[] digits = [.. Enumerable.Range(0, classes)];
        yield return "read as";
        yield return $"digit {string.Join("", digits.Select(read => $"{read,6}"))}  right";
        foreach (int digit in digits)
        {
            long total = digits.Sum(read => count(digit, read));
            string right = total == 0 ? "-" : $"{100.0 * count(digit, digit) / total:F2} %";
            yield return $"{digit,5} {string.Join("", digits.Select(read => count(digit, read) == 0 ? "     ." : $"{count(digit, read),6}"))}  {right}";
        }
    }
}
