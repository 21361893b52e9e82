using System.Numerics.Tensors;
using NetGen.Runtime;

namespace NetGen.Reports;

/// <summary>Reads the values and gradients of a network's parameters as rows of floats, into room that it keeps.</summary>
internal sealed class ParameterReader
{
    // Squares of so many floats are summed in single precision, and their sums in double.
    private const int FloatsOfPart = 4096;

    private readonly Network network;
    private readonly Dictionary<Parameter, Entry> entries = [];
    private readonly float[] room;

    public ParameterReader(Network network)
    {
        this.network = network;
        foreach (Parameter parameter in network.Parameters)
        {
            entries.Add(
                parameter,
                new Entry(new StridedCopy(parameter.Description), $"weights/{parameter.Name}", $"gradients/{parameter.Name}"));
        }

        room = new float[network.Parameters.Select(parameter => parameter.Count).DefaultIfEmpty().Max()];
    }

    /// <summary>The parameters, in the order of the layers.</summary>
    public IReadOnlyList<Parameter> Parameters => network.Parameters;

    /// <summary>The tag of a parameter's histogram.</summary>
    public string TagOf(Parameter parameter, bool ofGradients) =>
        ofGradients ? entries[parameter].GradientTag : entries[parameter].ValueTag;

    /// <summary>The values, in the order of the shape, until something else is read.</summary>
    public ReadOnlySpan<float> ValuesOf(Parameter parameter) => Read(parameter, network.Memory.Parameters);

    /// <summary>The gradients, in the order of the shape, until something else is read.</summary>
    public ReadOnlySpan<float> GradientsOf(Parameter parameter) => Read(parameter, network.Memory.Gradients);

    /// <summary>The L2 norm of all gradients.</summary>
    public double GradientNorm()
    {
        double sum = 0;
        for (ReadOnlySpan<float> left = network.Memory.Gradients; !left.IsEmpty;)
        {
            ReadOnlySpan<float> part = left[..Math.Min(FloatsOfPart, left.Length)];
            sum += TensorPrimitives.SumOfSquares(part);
            left = left[part.Length..];
        }

        return Math.Sqrt(sum);
    }

    private Span<float> Read(Parameter parameter, ReadOnlySpan<float> block)
    {
        Span<float> values = room.AsSpan(0, parameter.Count);
        entries[parameter].Copy.Gather(block, values);
        return values;
    }

    private sealed record Entry(StridedCopy Copy, string ValueTag, string GradientTag);
}
