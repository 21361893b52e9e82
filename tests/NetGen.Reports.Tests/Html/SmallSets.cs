namespace NetGen.Reports.Tests.Html;

/// <summary>Data sets of a few samples, the same at each run.</summary>
internal static class SmallSets
{
    /// <summary>Images of 8 by 8 with one bright row, column or diagonal.</summary>
    public static ArrayDataSet Shapes(int count, int seed = 1)
    {
        var random = new Random(seed);
        float[] pixels = new float[count * 64];
        int[] labels = new int[count];
        for (int sample = 0; sample < count; sample++)
        {
            labels[sample] = random.Next(3);
            int place = random.Next(8);
            for (int i = 0; i < 8; i++)
            {
                (int row, int column) = labels[sample] switch { 0 => (place, i), 1 => (i, place), _ => (i, i) };
                pixels[(sample * 64) + (row * 8) + column] = 1;
            }

            for (int i = 0; i < 64; i++)
                pixels[(sample * 64) + i] += random.NextSingle() * 0.5f;
        }

        return new ArrayDataSet(pixels, labels, classes: 3, shape: [1, 8, 8]);
    }

    /// <summary>Points of the plane, by the sector that they lie in.</summary>
    public static ArrayDataSet Points(int count, int classes = 3, int seed = 1)
    {
        float[][] points = Rows(count, 2, seed);
        int[] labels = [.. points.Select(point => (int)((MathF.Atan2(point[1], point[0]) + MathF.PI) / MathF.Tau * classes) % classes)];
        return new ArrayDataSet(points, labels, classes);
    }

    /// <summary>Three numbers, their sum and the product of the first two.</summary>
    public static ArrayDataSet Numbers(int count, int seed = 1)
    {
        float[][] rows = Rows(count, 3, seed);
        return new ArrayDataSet(rows, [.. rows.Select(row => new[] { row.Sum(), row[0] * row[1] })]);
    }

    /// <summary>Four words each, some of them padding, with a tag for each.</summary>
    public static ArrayDataSet Words(int count, int seed = 1)
    {
        var random = new Random(seed);
        int[] tokens = [.. Enumerable.Range(0, count * 4).Select(place => place % 4 == 3 ? 0 : random.Next(1, 9))];
        return new ArrayDataSet(tokens, steps: 4, vocabulary: 9, tokens.Select(token => token % 3).ToArray(), classes: 3);
    }

    /// <summary>Images of 6 by 6 without labels.</summary>
    public static ArrayDataSet Images(int count, int seed = 1) => new(Rows(count, 36, seed), shape: [1, 6, 6]);

    private static float[][] Rows(int count, int size, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, size).Select(_ => (random.NextSingle() * 2) - 1).ToArray())];
    }
}
