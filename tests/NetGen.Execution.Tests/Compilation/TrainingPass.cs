using NetGen.Runtime;

namespace NetGen.Execution.Tests.Compilation;

/// <summary>What goes into one forward and backward pass. A network without a loss gets the gradient of its output.</summary>
internal sealed record PassInput(int Samples, float[] Input, float[]? OutputGradient, int[]? Labels, float[]? Target, ulong DropoutSeed = 1)
{
    /// <summary>The label that the loss ignores.</summary>
    public int IgnoreIndex { get; init; } = -100;

    /// <summary>The samples as a network reads them: where it takes tokens or lengths, the same whole numbers as int.</summary>
    public float[] InputOf(Network network)
    {
        bool[] areWhole = network.Description.Inputs.Length == 0
            ? [network.Description.Vocabulary > 0]
            : [.. network.Description.Inputs.SelectMany(Whole)];
        return [.. Input.Select((value, i) =>
            areWhole[i % areWhole.Length] ? BitConverter.Int32BitsToSingle((int)value) : value)];

        static IEnumerable<bool> Whole(InputDescription input) =>
            Enumerable.Repeat(input.Vocabulary > 0, input.Size).Concat(input.HasLengths ? [true] : []);
    }

    /// <summary>What a network predicts for the samples.</summary>
    public float[] PredictBy(Network network)
    {
        if (network.Description.Inputs is not [var first, ..])
        {
            return network.Description.Vocabulary == 0
                ? network.Predict(Input)
                : network.Predict(Array.ConvertAll(Input, value => (int)value));
        }

        using var rows = new InputRows(network, Samples * first.Size, "input", isTraining: false);
        InputOf(network).CopyTo(rows.All);
        return network.Predict(rows);
    }

    /// <summary>Gradients by the network's named outputs, in their order.</summary>
    public IReadOnlyList<float[]> NamedGradients { get; init; } = [];
}

/// <summary>
/// What a pass leaves behind, with what layers add to the loss for each sample; gradients and statistics are in the network's memory. The
/// output's gradient is that by what the loss judges.
/// </summary>
internal sealed record PassResult(
    float[] Output, float? Loss, float[] OutputGradient, float[]? InputGradient, IReadOnlyList<float[]> Named, float[] AddedLoss);

/// <summary>Runs a network's training program once, without an optimizer.</summary>
internal sealed class TrainingPass
{
    private readonly Network network;
    private readonly Workspace training;
    private readonly Workspace? loss;

    public TrainingPass(Network network, int capacity, Workers workers, bool lossOfIndices)
    {
        this.network = network;
        NetworkDescription description = network.Description;
        training = new Workspace(description.Training, network.Memory, capacity, workers) { WantsInputGradient = true };
        ProgramPlan? plan = lossOfIndices ? description.LossIndex : description.LossValues;
        if (plan is not null)
            loss = new Workspace(plan, network.Memory, capacity, workers, description.Loss!.LabelsPerSample);
    }

    public PassResult Run(PassInput input)
    {
        ProgramPlan plan = network.Description.Training;
        training.Samples = input.Samples;
        training.DropoutSeed = input.DropoutSeed;
        training.ReadFromCopy(input.InputOf(network));
        network.Forward(training);
        float[] output = Read(plan.Output, network.OutputRows);
        bool ofLogits = loss is not null && network.Description.Loss!.OfLogits;
        long judged = ofLogits ? plan.NamedOutputs![^1] : plan.Output;
        float[] added = training.AddedLoss.ToArray();
        SampleCopy[] copies = network.NamedOutputRows;
        float[][] named = [.. copies.Select((copy, i) => Read(plan.NamedOutputs![i], copy))];

        // Where all is frozen and the input has no gradient, nothing goes back.
        long ofOutput = plan.OutputGradient, ofLogit = network.Description.Loss is { OfLogits: true } ? plan.NamedOutputGradients![^1] : -1;
        Write(ofOutput, network.OutputRows, loss is null ? input.OutputGradient! : new float[output.Length]);
        Write(ofLogit, network.OutputRows, new float[output.Length]);
        (float? value, float[] gradient) = RunLoss(input, judged, ofLogits ? ofLogit : ofOutput, added);
        for (int i = 0; i < copies.Length; i++)
            Write(plan.NamedOutputGradients![i], copies[i], input.NamedGradients[i]);
        if (loss is not null && !training.AddedLossGradient.IsEmpty)
            loss.AddedLossGradient.CopyTo(training.AddedLossGradient);
        else
            training.AddedLossGradient.Fill(1f / input.Samples);
        network.Backward(training);
        float[]? inputGradient = plan.InputGradient < 0 ? null : training.Batch(plan.InputGradient, network.InputSize).ToArray();
        return new PassResult(output, value, gradient, inputGradient, named, added);
    }

    private float[] Read(long offset, SampleCopy copy)
    {
        float[] values = new float[training.Samples * copy.Size];
        copy.ToArray(training.Batch(offset, copy.Stride), values);
        return values;
    }

    private void Write(long offset, SampleCopy copy, float[] values)
    {
        if (offset >= 0)
            copy.ToMemory(values, training.Batch(offset, copy.Stride));
    }

    private (float? Loss, float[] Gradient) RunLoss(PassInput input, long judged, long ofJudged, float[] added)
    {
        if (loss is not { } workspace)
            return (null, input.OutputGradient!);
        ProgramPlan plan = workspace.Plan;
        SampleCopy copy = network.OutputRows;
        workspace.Samples = input.Samples;
        var unwanted = new AlignedBlock(input.Samples * copy.Stride);
        Span<float> gradient = ofJudged < 0 ? unwanted.Span : training.Batch(ofJudged, copy.Stride);
        workspace.Judge(training.Batch(judged, copy.Stride), gradient);
        added.CopyTo(workspace.AddedLoss);
        if (input.Labels is not null)
        {
            int[] labels = [.. input.Labels];
            PaddedLabels.Ignore(network, input.InputOf(network), labels);
            workspace.TakeLabels(labels, network.Description.Loss!.IgnoreIndex);
            network.LossOfIndices(workspace);
        }
        else
        {
            copy.ToMemory(input.Target!, workspace.Batch(plan.Target, copy.Stride));
            network.LossOfValues(workspace);
        }

        float[] values = new float[input.Samples * copy.Size];
        copy.ToArray(gradient, values);
        return (workspace.Scratch(plan.Loss), values);
    }
}
