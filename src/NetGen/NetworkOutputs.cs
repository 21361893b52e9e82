using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Buffers for all outputs of a batch: its output, and the named outputs on the way (<c>[Output(2, Name = "mean")]</c>). A
/// network with named outputs has a class <c>Outputs</c> that derives from this one and has a member for each of them.
/// </summary>
/// <remarks>
/// <see cref="Network.Predict(ReadOnlySpan{float}, NetworkOutputs)"/> and
/// <see cref="Trainer.Forward(ReadOnlySpan{float}, NetworkOutputs)"/> fill it, and may fill it again and again. For
/// <see cref="Trainer.Backward(NetworkOutputs, Span{float})"/> it holds the gradients of the outputs; it begins with zeros.
/// </remarks>
public class NetworkOutputs
{
    private readonly NetworkDescription description;
    private readonly float[] output;
    private readonly float[][] named;
    private readonly float[] judged = [];
    private readonly float[] addedLoss = [];

    /// <summary>Allocates the arrays; called by generated code.</summary>
    /// <param name="description">The network's shapes.</param>
    /// <param name="samples">The number of samples of the batch.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of samples is below 1, or too many for an array.</exception>
    protected internal NetworkOutputs(NetworkDescription description, int samples)
    {
        ArgumentNullException.ThrowIfNull(description);
        if (samples < 1)
            throw new ArgumentOutOfRangeException(nameof(samples), samples, $"Expected outputs of at least 1 sample; got {samples}.");
        (this.description, Samples) = (description, samples);
        output = Room(description.OutputShape);
        named = [.. description.NamedOutputs.Select(place => Room(place.Shape))];
    }

    /// <summary>
    /// The same with all that the loss takes: the logits instead of the output, where it judges these, and what layers add to it.
    /// </summary>
    internal static NetworkOutputs ForLoss(NetworkDescription description, int samples) => new(
        description,
        samples,
        description.Loss is { OfLogits: true } ? new float[samples * StridedLayout.Elements(description.OutputShape)] : [],
        description.Predict.AddedLoss < 0 ? [] : new float[samples]);

    private NetworkOutputs(NetworkDescription description, int samples, float[] judged, float[] addedLoss)
        : this(description, samples) => (this.judged, this.addedLoss) = (judged, addedLoss);

    /// <summary>The number of samples of the batch.</summary>
    public int Samples { get; }

    /// <summary>The logits that the loss takes; empty if not stored.</summary>
    internal ReadOnlySpan<float> Judged => judged;

    /// <summary>What layers add to the loss, for each sample; empty if not stored.</summary>
    internal ReadOnlySpan<float> AddedLoss => addedLoss;

    /// <summary>The names of the named outputs, in the order of the layers.</summary>
    public IEnumerable<string> Names => description.NamedOutputs.Select(place => place.Name);

    /// <summary>The network's output, [samples, ..output shape].</summary>
    public Span<float> Output => output;

    /// <summary>A named output by its full name, [samples, ..shape there].</summary>
    /// <param name="name">The name, such as <c>encoder.mean</c>.</param>
    /// <exception cref="ArgumentException">The network has no output of this name.</exception>
    public Span<float> this[string name] => named[IndexOf(name)];

    /// <summary>The shape of one sample of a named output.</summary>
    /// <param name="name">The full name, such as <c>encoder.mean</c>.</param>
    /// <exception cref="ArgumentException">The network has no output of this name.</exception>
    public ReadOnlySpan<int> ShapeOf(string name) => description.NamedOutputs[IndexOf(name)].Shape;

    /// <summary>A named output by its place; the members of generated code go through here.</summary>
    /// <param name="index">From 0 to the number of named outputs less one.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such output.</exception>
    protected Span<float> Values(int index)
    {
        if ((uint)index >= (uint)named.Length)
            throw new ArgumentOutOfRangeException(nameof(index), index,
                $"{description.Name} has {named.Length} named outputs; expected an index below that, got {index}.");
        return named[index];
    }

    /// <summary>Requires that this is room for the outputs of a network, of as many samples.</summary>
    internal void Require(Network network, int samples, string argument)
    {
        if (!ReferenceEquals(description, network.Description))
            throw new ArgumentException($"Expected outputs of {network.Name}; got those of {description.Name}.", argument);
        if (samples != Samples)
            throw new ArgumentException($"Got {samples} samples, but the outputs hold {Samples}.", argument);
    }

    /// <summary>Takes the named outputs of a training step from its memory.</summary>
    /// <param name="workspace">The memory of the step.</param>
    /// <param name="copies">How each of them is copied.</param>
    internal void TakeNamed(Workspace workspace, SampleCopy[] copies)
    {
        for (int i = 0; i < named.Length; i++)
            copies[i].ToArray(workspace.Batch(workspace.Plan.NamedOutputs![i], copies[i].Stride), named[i]);
    }

    /// <summary>Takes the named outputs of a prediction from its memory.</summary>
    /// <param name="workspace">The memory of the run.</param>
    /// <param name="first">The run's first sample among these.</param>
    internal void TakeNamed(Workspace workspace, int first)
    {
        for (int i = 0; i < named.Length; i++)
        {
            int size = named[i].Length / Samples;
            workspace.Batch(workspace.Plan.NamedOutputs![i], size).CopyTo(named[i].AsSpan(first * size));
        }

        if (judged.Length > 0)
        {
            int size = judged.Length / Samples;
            workspace.Batch(workspace.Plan.NamedOutputs![^1], size).CopyTo(judged.AsSpan(first * size));
        }

        if (addedLoss.Length > 0)
            workspace.AddedLoss.CopyTo(addedLoss.AsSpan(first));
    }

    /// <summary>Hands over the gradients of the named outputs; without any, all are zero.</summary>
    internal static void GiveGradients(NetworkOutputs? gradients, Workspace workspace, SampleCopy[] copies)
    {
        for (int i = 0; i < copies.Length; i++)
        {
            // Nothing that is trained comes before some outputs: then there is no room for their gradient.
            if (workspace.Plan.NamedOutputGradients![i] is var offset && offset < 0)
                continue;
            Span<float> room = workspace.Batch(offset, copies[i].Stride);
            if (gradients is null)
                room.Clear();
            else
                copies[i].ToMemory(gradients.named[i], room);
        }
    }

    /// <summary>Requires that all values are finite.</summary>
    internal void RequireFinite(string argument)
    {
        BatchCheck.RequireFinite(output, output.Length / Samples, argument);
        foreach (float[] values in named)
            BatchCheck.RequireFinite(values, values.Length / Samples, argument);
    }

    private int IndexOf(string name)
    {
        int index = Array.FindIndex(description.NamedOutputs, place => place.Name == name);
        return index >= 0 ? index : throw new ArgumentException(
            $"{description.Name} has no output '{name}'; it has "
                + $"{(named.Length == 0 ? "none with a name" : string.Join(", ", Names.Select(known => $"'{known}'")))}.", nameof(name));
    }

    private float[] Room(int[] shape)
    {
        long floats = (long)Samples * StridedLayout.Elements(shape);
        return floats <= Array.MaxLength
            ? new float[floats]
            : throw new ArgumentOutOfRangeException(
                nameof(Samples), Samples, $"{Samples} samples of {ShapeText.Of(shape)} are more than an array holds.");
    }
}
