using NetGen;

namespace MnistTrainer.Report;

/// <summary>Which digits are taken for which: a row for each digit, a column for what it was read as.</summary>
internal static class ConfusionTable
{
    /// <summary>
    /// The table as lines of text, with the part of each digit that was read rightly; a column "none" where some outputs name no digit.
    /// </summary>
    public static IEnumerable<string> Lines(ConfusionMatrix confusion)
    {
        int[] digits = [.. Enumerable.Range(0, confusion.Classes)];
        bool hasNone = confusion.Unclassified > 0;
        yield return "read as";
        yield return $"digit {string.Join("", digits.Select(read => $"{read,6}"))}{(hasNone ? "  none" : " ")} right";
        foreach (int digit in digits)
        {
            double recall = confusion.Recall(digit);
            string right = double.IsNaN(recall) ? "-" : $"{recall * 100:F2} %";
            string none = hasNone ? Count(confusion.UnclassifiedOf(digit)) : " ";
            yield return $"{digit,5} {string.Join("", digits.Select(read => Count(confusion[digit, read])))}{none} {right}";
        }
    }

    private static string Count(long count) => count == 0 ? "     ." : $"{count,6}";
}
