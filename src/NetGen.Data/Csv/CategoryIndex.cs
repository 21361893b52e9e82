using System.Globalization;

namespace NetGen.Data;

/// <summary>The categories of a text column, numbered in the order in which a file has them.</summary>
internal sealed class CategoryIndex
{
    /// <summary>The most categories: a column with more is an identifier, and each text would stay in memory.</summary>
    public const int Most = 1_000_000;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly List<string> texts = [];

    public CategoryIndex() => lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The categories by their numbers.</summary>
    public IReadOnlyList<string> Texts => texts;

    /// <summary>The number of a category, a new one where it is new; -1 where there are too many.</summary>
    public int NumberOf(ReadOnlySpan<char> text)
    {
        if (lookup.TryGetValue(text, out int number))
            return number;
        if (texts.Count == Most)
            return -1;
        string added = text.ToString();
        numbers.Add(added, texts.Count);
        texts.Add(added);
        return texts.Count - 1;
    }

    /// <summary>Categories in the order that people expect: whole numbers by their size, other texts by their characters.</summary>
    public static string[] Sorted(IReadOnlyList<string> categories)
    {
        string[] sorted = [.. categories];
        if (Array.TrueForAll(sorted, text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)))
        {
            Array.Sort(sorted, (left, right) =>
                (long.Parse(left, CultureInfo.InvariantCulture), left).CompareTo((long.Parse(right, CultureInfo.InvariantCulture), right)));
        }
        else
        {
            Array.Sort(sorted, StringComparer.Ordinal);
        }

        return sorted;
    }
}
