using NetGen.Runtime;

namespace NetGen.Data;

/// <summary>The inputs of a batch of samples, encoded for a network.</summary>
internal sealed class CsvInputs
{
    private readonly string path;
    private readonly Network network;
    private readonly CsvPreparation preparation;
    private readonly CsvEncoder encoder;
    private readonly int features;
    private readonly int steps;
    private readonly float[] numbers;
    private readonly int[][] tokens;
    private readonly int[] inputsOfTokens;

    /// <param name="path">The file that the preparation is of, for messages.</param>
    /// <param name="network">The network.</param>
    /// <param name="preparation">What the file says of the columns.</param>
    /// <param name="capacity">The samples of a batch.</param>
    /// <exception cref="ArgumentException">The network takes other inputs.</exception>
    public CsvInputs(string path, Network network, CsvPreparation preparation, int capacity)
    {
        (this.path, this.network, this.preparation) = (path, network, preparation);
        (features, steps) = (preparation.Features, preparation.Steps);
        int[] own = [.. Enumerable.Range(0, preparation.Columns.Count)];
        encoder = new CsvEncoder(preparation, own, new int[]?[own.Length]);
        inputsOfTokens = [.. preparation.Tokens.Select((column, index) => features == 0 && index == 0 ? 0 : InputNamed(column))];
        Require();
        numbers = new float[capacity * features * steps];
        tokens = [.. preparation.Tokens.Select(_ => new int[capacity * steps])];
    }

    /// <summary>Encodes a sample.</summary>
    /// <param name="sample">Its place in the batch.</param>
    /// <param name="rows">Its rows, a cell for each column: bits of a number, or the slot of a category.</param>
    /// <returns>-1 and -1, or the step and the index of a column whose value is of no use.</returns>
    public (int Step, int Column) Encode(int sample, ReadOnlySpan<int> rows)
    {
        int width = preparation.Columns.Count;
        for (int step = 0; step < steps; step++)
        {
            ReadOnlySpan<int> row = rows.Slice(step * width, width);
            int refused = features == 0 ? -1 : encoder.WriteFeatures(row, numbers.AsSpan(((sample * steps) + step) * features, features));
            for (int input = 0; input < tokens.Length && refused < 0; input++)
                refused = encoder.WriteToken(row, input, out tokens[input][(sample * steps) + step]);
            if (refused >= 0)
                return (step, refused);
        }

        return (-1, -1);
    }

    /// <summary>Predicts the first samples of the batch.</summary>
    public float[] Predict(int samples)
    {
        int size = features * steps;
        Span<float> values = numbers.AsSpan(0, samples * size);
        if (preparation.IsChannelsLast && values.Length > 0)
        {
            float[] copy = values.ToArray();
            ChannelOrder.LastToFirst(copy, values, features, size);
        }

        if (network.Description.Inputs.Length == 0)
            return features > 0 ? network.Predict(values) : network.Predict(tokens[0].AsSpan(0, samples * steps));
        using var rows = new InputRows(network, samples * network.FirstSize, "input", isTraining: true);
        if (features > 0)
            rows.Put(0, values, "input");
        for (int i = 0; i < tokens.Length; i++)
            rows.Put(inputsOfTokens[i], tokens[i].AsSpan(0, samples * steps), preparation.Tokens[i].Name);
        return network.Predict(rows);
    }

    private int InputNamed(CsvPreparedColumn column)
    {
        int input = Array.FindIndex(network.Description.Inputs, input => input.Name == column.Name);
        return input > 0 ? input : throw new ArgumentException(
            $"'{path}': {network.Name} has no input '{column.Name}', which the data has as tokens; its inputs are "
                + $"{CsvReader.Listed(network.Description.Inputs.Select(other => other.Name).DefaultIfEmpty("input"))}.",
            nameof(network));
    }

    private void Require()
    {
        long size = features > 0 ? (long)features * steps : steps;
        if (network.FirstSize != size || network.FirstVocabulary > 0 != (features == 0))
        {
            throw new ArgumentException(
                $"'{path}': {network.Name} takes {ShapeText.Of(network.FirstShape)}{(network.FirstVocabulary > 0 ? " tokens" : "")}; the "
                    + $"data is {size} {(features > 0 ? "numbers" : "tokens")}.",
                nameof(network));
        }

        InputDescription[] inputs = network.Description.Inputs;
        for (int i = 0; i < inputs.Length; i++)
        {
            if (inputs[i].HasLengths || (i > 0 && !inputsOfTokens.Contains(i)))
            {
                throw new ArgumentException(
                    $"'{path}': {network.Name} has the input '{inputs[i].Name}'{(inputs[i].HasLengths ? " with lengths" : "")}, which the "
                        + "data has not.",
                    nameof(network));
            }
        }

        for (int i = 0; i < inputsOfTokens.Length; i++)
        {
            int known = inputs.Length == 0 ? network.FirstVocabulary : inputs[inputsOfTokens[i]].Vocabulary;
            if (preparation.Tokens[i].Vocabulary > known)
            {
                throw new ArgumentException(
                    $"'{path}': {network.Name} knows {known} tokens of '{preparation.Tokens[i].Name}'; the data has "
                        + $"{preparation.Tokens[i].Vocabulary}.",
                    nameof(network));
            }
        }
    }
}
