using System.Runtime.InteropServices;
using NetGen.Runtime;

namespace NetGen;

public abstract partial class Network
{
    /// <summary>The shape of one sample, of the first of several inputs.</summary>
    internal ReadOnlySpan<int> FirstShape => Description.Inputs is [var first, ..] ? first.Shape : InputShape;

    /// <summary>Floats or tokens of one sample, of the first of several inputs.</summary>
    internal int FirstSize => Description.Inputs is [var first, ..] ? first.Size : InputSize;

    /// <summary>Whether the first input is tokens.</summary>
    internal int FirstVocabulary => Description.Inputs is [var first, ..] ? first.Vocabulary : Description.Vocabulary;

    /// <summary>Where one of several inputs begins in a sample's row, in floats.</summary>
    internal int OffsetOfInput(int index)
    {
        int offset = 0;
        foreach (InputDescription input in Description.Inputs.AsSpan(0, index))
            offset += input.RowSize;
        return offset;
    }

    /// <summary>
    /// Copies an input of a batch into the samples' rows. It copies bits: tokens lie in rows of floats as the whole numbers that they are.
    /// </summary>
    /// <param name="values">The input, [samples, <paramref name="size"/>].</param>
    /// <param name="size">Numbers of a sample.</param>
    /// <param name="offset">Where they go in a row.</param>
    /// <param name="rows">The rows.</param>
    internal void CopyToRows(ReadOnlySpan<int> values, int size, int offset, Span<float> rows)
    {
        Span<int> all = MemoryMarshal.Cast<float, int>(rows);
        for (int sample = 0; sample < values.Length / size; sample++)
            values.Slice(sample * size, size).CopyTo(all[((sample * InputSize) + offset)..]);
    }

    /// <summary>
    /// Computes the outputs of one sample or of a batch of several inputs. A network with several inputs has a form of its own with a
    /// parameter for each.
    /// </summary>
    /// <param name="rows">The inputs, all of them put in.</param>
    /// <param name="output">Receives exactly as many outputs, [batch, ..<see cref="OutputShape"/>].</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public void Predict(InputRows rows, Span<float> output) =>
        PredictParts(rows.Of(this), output, RequirePrediction(rows.Of(this), output), named: null);

    /// <summary>The same with the named outputs.</summary>
    /// <param name="rows">The inputs, all of them put in.</param>
    /// <param name="outputs">Receives the outputs of exactly as many samples.</param>
    /// <exception cref="ArgumentException">A length does not fit, or the room is another network's.</exception>
    public void Predict(InputRows rows, NetworkOutputs outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        PredictAll(rows.Of(this), outputs);
    }

    /// <summary>The same into a new array.</summary>
    /// <param name="rows">The inputs, all of them put in.</param>
    /// <returns>The outputs one after another, [batch, ..<see cref="OutputShape"/>].</returns>
    public float[] Predict(InputRows rows)
    {
        var output = new float[LengthOf(rows.Samples, OutputSize, nameof(rows))];
        Predict(rows, output);
        return output;
    }

    /// <exception cref="ArgumentException">The network takes tokens or lengths.</exception>
    private void RequireRowsOfNumbers(string argument)
    {
        foreach (InputDescription input in Description.Inputs)
        {
            if (input.Vocabulary > 0 || input.HasLengths)
            {
                throw new ArgumentException(
                    $"{Name} takes {string.Join(", ", Description.Inputs.Select(Described))}: expected its own form with a parameter for "
                        + "each.",
                    argument);
            }
        }

        static string Described(InputDescription input) =>
            $"'{input.Name}' ({(input.Vocabulary > 0 ? "tokens" : ShapeText.Of(input.Shape))}{(input.HasLengths ? " and lengths" : "")})";
    }
}
