using NetGen.Runtime;

namespace NetGen.Data;

/// <summary>What the outputs of a network mean that classifies.</summary>
internal sealed class ClassOutput
{
    private readonly string[] classNames;
    private readonly string loss;

    /// <param name="network">The network: an output for each class, or one for two classes.</param>
    /// <param name="classNames">The names of the classes, in the order of the outputs.</param>
    /// <param name="path">The file that has them.</param>
    /// <exception cref="ArgumentException">The network has another number of outputs.</exception>
    public ClassOutput(Network network, IReadOnlyList<string> classNames, string path)
    {
        (this.classNames, loss) = ([.. classNames], network.Description.Loss?.Kind ?? "");
        int outputs = network.OutputSize;
        if (classNames.Count == outputs || (classNames.Count == 2 && outputs == 1))
            return;
        throw new ArgumentException(
            $"'{path}' was saved with {classNames.Count} classes ({CsvReader.Listed(classNames)}); {network.Name} gives "
                + $"{ShapeText.Of(network.OutputShape)}.",
            nameof(network));
    }

    /// <summary>The prediction that the outputs of a sample are.</summary>
    /// <exception cref="InvalidOperationException">An output is NaN.</exception>
    public ClassPrediction Of(ReadOnlySpan<float> outputs)
    {
        foreach (float output in outputs)
        {
            if (float.IsNaN(output))
                throw new InvalidOperationException("An output of the network is NaN, as after a training that has diverged.");
        }

        double[] scores = Scores(outputs, out bool areProbabilities);
        (string ClassName, double Score)[] named = [.. classNames.Zip(scores).OrderByDescending(pair => pair.Second)];
        return new ClassPrediction(named[0].ClassName, areProbabilities ? named : []);
    }

    /// <summary>A score of each class; one output is the second class's.</summary>
    private double[] Scores(ReadOnlySpan<float> outputs, out bool areProbabilities)
    {
        areProbabilities = true;
        switch (loss)
        {
            case "BCE" when outputs.Length == 1:
                return [1 - outputs[0], outputs[0]];
            case "BCEWithLogits" when outputs.Length == 1:
                return [1 / (1 + Math.Exp(outputs[0])), 1 / (1 + Math.Exp(-outputs[0]))];
            case "CrossEntropy" or "NLL":
                // A softmax of logits, or of logarithms of probabilities.
                double largest = double.NegativeInfinity;
                foreach (float output in outputs)
                    largest = Math.Max(largest, output);
                var powers = new double[outputs.Length];
                double sum = 0;
                for (int i = 0; i < powers.Length; i++)
                    sum += powers[i] = Math.Exp(outputs[i] - largest);
                return [.. powers.Select(power => power / sum)];
            default:
                areProbabilities = false;
                return outputs.Length == 1 ? [0.5, outputs[0]] : [.. outputs.ToArray().Select(output => (double)output)];
        }
    }
}
