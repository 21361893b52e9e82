using NetGen.Runtime;

namespace NetGen.Data;

/// <summary>What a network's outputs mean: names and probabilities of classes, or numbers in the units of their columns.</summary>
internal sealed class CsvOutput
{
    private readonly string[] classes;
    private readonly CsvPreparedColumn[] targets;
    private readonly int horizon;
    private readonly int size;
    private readonly string? loss;

    /// <param name="path">The file that the preparation is of, for messages.</param>
    /// <param name="network">The network.</param>
    /// <param name="preparation">What the file says of the columns.</param>
    /// <exception cref="ArgumentException">The network has another number of outputs.</exception>
    public CsvOutput(string path, Network network, CsvPreparation preparation)
    {
        (classes, targets, horizon) = ([.. preparation.ClassNames], preparation.Targets, preparation.Window?.Horizon ?? 1);
        (size, loss) = (network.OutputSize, network.Description.Loss?.Kind);
        if (classes.Length == 0 && targets.Length == 0)
        {
            throw new ArgumentException(
                $"'{path}': the data of {network.Name} had no label and no target, so that its outputs have no names.", nameof(network));
        }

        bool isSingle = classes.Length == 2 && size == 1;
        int expected = classes.Length > 0 ? classes.Length : preparation.TargetSize;
        if (size != expected && !isSingle)
        {
            string what = classes.Length > 0
                ? $"classes ({CsvReader.Listed(classes)})"
                : $"numbers ({CsvReader.Listed(targets.Select(column => column.Name))})";
            throw new ArgumentException(
                $"'{path}': {network.Name} gives {ShapeText.Of(network.OutputShape)}; expected {expected} {what}.", nameof(network));
        }
    }

    /// <summary>The prediction that the outputs of a sample are.</summary>
    /// <exception cref="InvalidOperationException">An output is NaN.</exception>
    public CsvPrediction Of(ReadOnlySpan<float> outputs)
    {
        foreach (float output in outputs)
        {
            if (float.IsNaN(output))
                throw new InvalidOperationException("An output of the network is NaN, as after a training that has diverged.");
        }

        return classes.Length > 0 ? Classified(outputs) : Numbers(outputs);
    }

    private CsvPrediction Classified(ReadOnlySpan<float> outputs)
    {
        if (size == 1)
        {
            bool areProbabilities = loss is "BCE" or "BCEWithLogits";
            float second = loss == "BCEWithLogits" ? Sigmoid(outputs[0]) : outputs[0];
            return Named(second > 0.5f ? 1 : 0, areProbabilities ? [1 - second, second] : []);
        }

        int best = 0;
        for (int i = 1; i < outputs.Length; i++)
        {
            if (outputs[i] > outputs[best])
                best = i;
        }

        // CrossEntropy is of logits, NLL of logarithms of probabilities; scores of other losses are no probabilities.
        if (loss is not ("CrossEntropy" or "NLL"))
            return Named(best, []);
        var probabilities = new double[outputs.Length];
        double sum = 0;
        for (int i = 0; i < outputs.Length; i++)
            sum += probabilities[i] = Math.Exp(outputs[i] - (loss == "NLL" ? 0.0 : outputs[best]));
        double divisor = loss == "NLL" ? 1 : sum;
        return Named(best, Array.ConvertAll(probabilities, probability => (float)(probability / divisor)));
    }

    private CsvPrediction Named(int best, float[] probabilities)
    {
        var named = new Dictionary<string, float>(StringComparer.Ordinal);
        for (int i = 0; i < probabilities.Length; i++)
            named.Add(classes[i], probabilities[i]);
        return new CsvPrediction(classes[best], named, new Dictionary<string, IReadOnlyList<float>>());
    }

    private CsvPrediction Numbers(ReadOnlySpan<float> outputs)
    {
        var values = new Dictionary<string, IReadOnlyList<float>>(StringComparer.Ordinal);
        for (int i = 0; i < targets.Length; i++)
        {
            var own = new float[horizon];
            for (int row = 0; row < horizon; row++)
            {
                float output = outputs[(row * targets.Length) + i];
                own[row] = targets[i].Unscaled(loss == "BCEWithLogits" ? Sigmoid(output) : output);
            }

            values.Add(targets[i].Name, own);
        }

        return new CsvPrediction(null, new Dictionary<string, float>(), values);
    }

    private static float Sigmoid(float logit) => (float)(1 / (1 + Math.Exp(-logit)));
}
