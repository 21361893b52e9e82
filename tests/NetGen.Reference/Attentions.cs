using NetGen.Compiler.Graph;

namespace NetGen.Reference;

/// <summary>The form Attention, head by head, with all weights in memory.</summary>
internal static class Attentions
{
    /// <summary>result[i] = Σⱼ weight[i, j] · value[j].</summary>
    public static TensorValue Attend(Attention node, TensorValue[] operands, Batch batch)
    {
        var result = new TensorValue(node.Shape, batch.Samples);
        ForEachWeight(node.Geometry, operands, batch, (sample, head, shared, i, j, weight, keep) =>
        {
            for (int k = 0; k < node.Geometry.Features; k++)
                result[sample, i, (head * node.Geometry.Features) + k] +=
                    weight * keep * operands[2][sample, j, ValueColumn(node.Geometry, shared) + k];
        });
        return result;
    }

    /// <summary>log Σⱼ exp(score[i, j]); 0 where there is no key.</summary>
    public static TensorValue LogSum(AttentionLogSum node, TensorValue[] operands, Batch batch)
    {
        var attention = (Attention)node.Operands[0];
        var result = new TensorValue(node.Shape, batch.Samples);
        for (int sample = 0; sample < batch.Samples; sample++)
            for (int head = 0; head < attention.Geometry.Heads; head++)
                for (int i = 0; i < attention.Shape[0]; i++)
                {
                    double[] scores = [.. Scores(attention.Geometry, operands, sample, head, i).Select(score => score.Score)];
                    result[sample, head, i] = scores.Length == 0 ? 0 : LogOfSum(scores);
                }

        return result;
    }

    /// <summary>
    /// With p the weights: by values Σᵢ p[i, j]·dy[i]; by scores p[i, j]·(dy[i]·value[j] − Σₙ p[i, n]·dy[i]·value[n]), and these by queries
    /// and keys.
    /// </summary>
    /// <param name="node">The gradient.</param>
    /// <param name="operands">The values of its operands.</param>
    /// <param name="batch">The batch.</param>
    public static TensorValue Gradient(AttentionGradient node, TensorValue[] operands, Batch batch)
    {
        (AttentionGeometry geometry, TensorValue dy, TensorValue[] inputs) = (node.Geometry, operands[0], operands[3..]);
        (int queries, int keys) = (inputs[0].Shape[0], inputs[1].Shape[0]);
        var result = new TensorValue(node.Shape, batch.Samples);
        var means = new Dictionary<(int, int, int), double>();
        ForEachWeight(geometry, inputs, batch, (sample, head, shared, i, j, weight, keep) =>
        {
            means[(sample, head, i)] = means.GetValueOrDefault((sample, head, i)) + (weight * ByWeight(sample, head, shared, i, j, keep));
            for (int k = 0; node.OfValues && k < geometry.Features; k++)
                result[sample, j, ValueColumn(geometry, shared) + k] += weight * keep * dy[sample, i, (head * geometry.Features) + k];
        });
        ForEachWeight(geometry, inputs, batch, (sample, head, shared, i, j, weight, keep) =>
        {
            double byScore = weight * (ByWeight(sample, head, shared, i, j, keep) - means[(sample, head, i)])
                / Math.Sqrt(geometry.Features);
            double[] query = Query(geometry, inputs, sample, head, i), key = Key(geometry, inputs, sample, shared, j);
            double[] byQuery = Rotated(geometry, Scaled(key, byScore), -(i + keys - queries));
            double[] byKey = Rotated(geometry, Scaled(query, byScore), -j);
            for (int k = 0; k < geometry.Features; k++)
            {
                if (node.OfQueries)
                    result[sample, i, geometry.QueryColumn + (head * geometry.Features) + k] += byQuery[k];
                if (node.OfKeys)
                    result[sample, j, geometry.KeyColumn + (shared * geometry.Features) + k] += byKey[k];
            }
        });
        return result;

        double ByWeight(int sample, int head, int shared, int i, int j, double keep) => keep * Enumerable.Range(0, geometry.Features).Sum(
            k => dy[sample, i, (head * geometry.Features) + k] * inputs[2][sample, j, ValueColumn(geometry, shared) + k]);
    }

    private static void ForEachWeight(
        AttentionGeometry geometry, TensorValue[] operands, Batch batch, Action<int, int, int, int, int, double, double> action)
    {
        (int queries, int keys) = (operands[0].Shape[0], operands[1].Shape[0]);
        for (int sample = 0; sample < batch.Samples; sample++)
            for (int head = 0; head < geometry.Heads; head++)
                for (int i = 0; i < queries; i++)
                {
                    (int Key, double Score)[] scores = [.. Scores(geometry, operands, sample, head, i)];
                    if (scores.Length == 0)
                        continue;
                    double logSum = LogOfSum([.. scores.Select(score => score.Score)]);
                    foreach ((int j, double score) in scores)
                        action(
                            sample, head, Shared(geometry, head), i, j, Math.Exp(score - logSum),
                            Keep(sample, (((head * queries) + i) * keys) + j));
                }

        double Keep(int sample, int place) => geometry.Dropout switch
        {
            0 => 1,
            1 => 0,
            _ => batch.Keeps(geometry.Site, geometry.Dropout, sample, place) ? 1 / (1 - geometry.Dropout) : 0,
        };
    }

    /// <summary>The keys that a query attends to, with their scores.</summary>
    private static IEnumerable<(int Key, double Score)> Scores(
        AttentionGeometry geometry, TensorValue[] operands, int sample, int head, int i)
    {
        (int queries, int keys) = (operands[0].Shape[0], operands[1].Shape[0]);
        double[] query = Query(geometry, operands, sample, head, i);
        for (int j = 0; j < keys; j++)
            if (j < geometry.Reach(i, queries, keys) && (operands.Length < 4 || operands[3][sample, j] != 0))
                yield return (j, query.Zip(Key(geometry, operands, sample, Shared(geometry, head), j), (q, k) => q * k).Sum()
                    / Math.Sqrt(geometry.Features));
    }

    private static double[] Query(AttentionGeometry geometry, TensorValue[] operands, int sample, int head, int i) => Rotated(
        geometry,
        [.. Enumerable.Range(0, geometry.Features).Select(
            k => operands[0][sample, i, geometry.QueryColumn + (head * geometry.Features) + k])],
        i + operands[1].Shape[0] - operands[0].Shape[0]);

    private static double[] Key(AttentionGeometry geometry, TensorValue[] operands, int sample, int shared, int j) => Rotated(
        geometry,
        [.. Enumerable.Range(0, geometry.Features).Select(
            k => operands[1][sample, j, geometry.KeyColumn + (shared * geometry.Features) + k])],
        j);

    /// <summary>Feature i of the first half and of the second turn by step · 10,000^(−2i / features).</summary>
    private static double[] Rotated(AttentionGeometry geometry, double[] head, int step)
    {
        if (!geometry.IsRotary)
            return head;
        int half = head.Length / 2;
        double[] rotated = new double[head.Length];
        for (int i = 0; i < half; i++)
        {
            (double sine, double cosine) = Math.SinCos(step * Math.Pow(10_000, -2.0 * i / head.Length));
            rotated[i] = (head[i] * cosine) - (head[i + half] * sine);
            rotated[i + half] = (head[i + half] * cosine) + (head[i] * sine);
        }

        return rotated;
    }

    private static double[] Scaled(double[] values, double factor) => Array.ConvertAll(values, value => value * factor);

    private static int Shared(AttentionGeometry geometry, int head) => head / (geometry.Heads / geometry.KeyValueHeads);

    private static int ValueColumn(AttentionGeometry geometry, int shared) => geometry.ValueColumn + (shared * geometry.Features);

    private static double LogOfSum(double[] scores)
    {
        double max = scores.Max();
        return max + Math.Log(scores.Sum(score => Math.Exp(score - max)));
    }
}
