namespace NetGen.Compiler.Diagnostics;

/// <summary>How far a misspelt name is from the one that is meant.</summary>
internal static class EditDistance
{
    /// <summary>Letters to insert, leave out, change, or exchange with the next one.</summary>
    public static int Between(string a, string b)
    {
        // One row for each letter of a: the distances of its beginning to the beginnings of b.
        int[] beforeLast = [], last = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int[] row = new int[b.Length + 1];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }

            (beforeLast, last) = (last, row);
        }

        return last[b.Length];
    }
}
