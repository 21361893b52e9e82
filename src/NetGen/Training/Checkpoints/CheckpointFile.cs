using System.Text.Json;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// A checkpoint as a safetensors file: the network's tensors under their own names, the optimizer's state as <c>optimizer/0/NAME</c>, the
/// best epoch's tensors as <c>best/NAME</c>, and where weights are averaged, those that are trained as <c>training/NAME</c>, each in
/// PyTorch's layout, and a <see cref="CheckpointState"/> in the metadata.
/// </summary>
internal static class CheckpointFile
{
    public const string MetadataName = "netgen.checkpoint";

    // No layer has a slash in its name.
    private const string Best = "best/";
    private const string Training = "training/";

    /// <summary>Writes a trainer's state.</summary>
    public static void Write(Stream stream, Trainer trainer, CheckpointState state, WeightSnapshot? best)
    {
        WrittenTensor[] tensors =
        [
            .. trainer.Network.WrittenTensors(),
            .. OptimizerTensors(trainer),
            .. trainer.AverageOfSteps is { Steps: > 0 } average ? Written(trainer, average.Other, Named(Training)) : [],
            .. best?.WrittenTensors(Best) ?? [],
        ];
        SafetensorsWriter.Write(
            stream,
            tensors,
            new Dictionary<string, string> { [MetadataName] = JsonSerializer.Serialize(state, CheckpointJson.Default.CheckpointState) });
    }

    /// <summary>Reads a file for a trainer, as a whole; nothing is changed before <see cref="CheckpointContent.Apply"/>.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, no checkpoint, or one of another training.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static CheckpointContent Read(string path, Trainer trainer)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var reader = new SafetensorsReader(stream, path);
        CheckpointState state = ReadState(reader, path);
        if (state.Network != trainer.Network.Name)
            throw Other(path, "network", state.Network, trainer.Network.Name);
        if (state.Optimizer != trainer.Optimizer.GetType().Name)
            throw Other(path, "optimizer", state.Optimizer, trainer.Optimizer.GetType().Name);
        if ((state.AverageSteps > 0) != trainer.AverageOfSteps is not null)
        {
            throw new InvalidDataException(
                $"'{path}' is a checkpoint {(state.AverageSteps > 0 ? "with" : "without")} averaged weights; expected the "
                    + $"{nameof(FitOptions.Average)} of the program that wrote it.");
        }

        WeightSnapshot? best = state.HasBestWeights ? new WeightSnapshot(trainer.Network) : null;
        CheckpointTensor[] tensors =
        [
            .. trainer.Network.Parameters.Concat(trainer.Network.Statistics).Select(CheckpointTensor.Of),
            .. StateTensors(trainer),
            .. trainer.AverageOfSteps is { } average ? Read(trainer, average.Other, Named(Training)) : [],
            .. best?.Tensors(Best) ?? [],
        ];
        return new CheckpointContent(state, best, ReadAll(reader, path, trainer.Network, tensors));
    }

    private static CheckpointState ReadState(SafetensorsReader reader, string path)
    {
        if (!reader.Metadata.TryGetValue(MetadataName, out string? json))
        {
            throw new InvalidDataException(
                $"'{path}' is no checkpoint: it has tensors and no state of a training. Weights are read by {nameof(Network)}."
                    + $"{nameof(Network.Load)}.");
        }

        try
        {
            CheckpointState state = JsonSerializer.Deserialize(json, CheckpointJson.Default.CheckpointState)
                ?? throw new InvalidDataException($"'{path}' has a checkpoint's state that is null.");
            if (state.Version != CheckpointState.CurrentVersion)
            {
                throw new InvalidDataException(
                    $"'{path}' is a checkpoint of version {state.Version}; expected {CheckpointState.CurrentVersion}, which this version "
                        + "of NetGen writes.");
            }

            return state;
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"'{path}' has a checkpoint's state that cannot be read: {error.Message}", error);
        }
    }

    private static List<Action> ReadAll(SafetensorsReader reader, string path, Network network, CheckpointTensor[] tensors)
    {
        Dictionary<string, SafetensorsEntry> entries = reader.Entries.ToDictionary(entry => entry.Name, StringComparer.Ordinal);
        var faults = new List<string>();
        var takes = new List<Action>();
        foreach (CheckpointTensor tensor in tensors)
        {
            if (!entries.Remove(tensor.Name, out SafetensorsEntry? entry))
                faults.Add($"missing: '{tensor.Name}' {ShapeText.Of(tensor.Shape)}");
            else if (entry.Type != tensor.Type || !entry.Shape.AsSpan().SequenceEqual(tensor.Shape))
                faults.Add($"mismatched: '{tensor.Name}' is {entry.Type} {ShapeText.Of(entry.Shape)}, expected {tensor.Type} "
                    + ShapeText.Of(tensor.Shape));
            else if (tensor.Take is { } take)
                takes.Add(Taking(take, reader.ReadValues(entry, entry.Count)));
            else
                takes.Add(Taking(tensor.TakeCount!, reader.ReadCount(entry)));
        }

        // What layers share stands in the file under each name.
        foreach (Parameter tied in network.TiedParameters)
            entries.Remove(tied.Name);
        faults.AddRange(entries.Values.Select(entry => $"unexpected: '{entry.Name}' {ShapeText.Of(entry.Shape)}"));
        return faults.Count == 0
            ? takes
            : throw new InvalidDataException(
                $"'{path}' is a checkpoint of another {network.Name} or of another optimizer; nothing was loaded. "
                    + $"{string.Join("; ", faults)}.");
    }

    private static Action Taking<T>(Action<T> take, T value) => () => take(value);

    private static InvalidDataException Other(string path, string kind, string has, string expected) =>
        new($"'{path}' is a checkpoint of the {kind} {has}; expected one of {expected}.");

    private static IEnumerable<Parameter> Trained(Trainer trainer) =>
        trainer.Network.Parameters.Where(parameter => !parameter.IsFrozen);

    private static Func<Parameter, string> Named(string before) => parameter => before + parameter.Name;

    private static Func<Parameter, string> OfState(int index) => Named(FormattableString.Invariant($"optimizer/{index}/"));

    private static IEnumerable<WrittenTensor> OptimizerTensors(Trainer trainer) =>
        trainer.Optimizer.States.SelectMany((block, index) => Written(trainer, block, OfState(index)));

    private static IEnumerable<CheckpointTensor> StateTensors(Trainer trainer) =>
        trainer.Optimizer.States.SelectMany((block, index) => Read(trainer, block, OfState(index)));

    /// <summary>The trained parameters' places in a block of their layout, as tensors to write.</summary>
    private static IEnumerable<WrittenTensor> Written(Trainer trainer, AlignedBlock block, Func<Parameter, string> name) =>
        Trained(trainer).Select(parameter => WrittenTensor.OfValues(name(parameter), parameter.Description.Shape, () =>
        {
            var values = new float[parameter.Count];
            new StridedCopy(parameter.Description).Gather(block.Span, values);
            return values;
        }));

    /// <summary>The same as tensors to read.</summary>
    private static IEnumerable<CheckpointTensor> Read(Trainer trainer, AlignedBlock block, Func<Parameter, string> name) =>
        Trained(trainer).Select(parameter => new CheckpointTensor(
            name(parameter), parameter.Description.Shape,
            values => new StridedCopy(parameter.Description).Scatter(values, block.Span), null));
}
