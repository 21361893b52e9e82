using NetGen;

namespace MnistTrainer.Report;

/// <summary>The confusion matrix as text: a row for each true class, a column for each predicted one.</summary>
internal static class ConfusionTable
{
    /// <summary>
    /// The lines of the table. Each row ends with its recall; a column "none" counts outputs that are NaN, where there are any.
    /// </summary>
    /// <param name="confusion">The numbers.</param>
    /// <param name="names">The names of classes that are no digits, for a legend; else null.</param>
    public static IEnumerable<string> Lines(ConfusionMatrix confusion, IReadOnlyList<string>? names)
    {
        int[] digits = [.. Enumerable.Range(0, confusion.Classes)];
        bool hasNone = confusion.Unclassified > 0;
        string what = names is null ? "digits" : "classes";
        yield return $"Confusion matrix: true {what} in rows, predicted {what} in columns";
        yield return $" true {string.Join("", digits.Select(predicted => $"{predicted,6}"))}{(hasNone ? "  none" : " ")} recall";
        foreach (int digit in digits)
        {
            double recall = confusion.Recall(digit);
            string share = double.IsNaN(recall) ? "-" : $"{recall * 100:F2} %";
            string none = hasNone ? Count(confusion.UnclassifiedOf(digit)) : " ";
            yield return $"{digit,5} {string.Join("", digits.Select(predicted => Count(confusion[digit, predicted])))}{none} {share}";
        }

        foreach ((int Index, string Name)[] line in names?.Index().Chunk(5) ?? [])
            yield return " " + string.Concat(line.Select(entry => $"{entry.Index,3} {entry.Name,-11}")).TrimEnd();
    }

    private static string Count(long count) => count == 0 ? "     ." : $"{count,6}";
}
