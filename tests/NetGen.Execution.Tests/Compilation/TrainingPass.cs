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
        float[] output = training.Batch(plan.Output, network.OutputSize).ToArray();
        bool ofLogits = loss is not null && network.Description.Loss!.OfLogits;
        float[] judged = ofLogits ? training.Batch(plan.NamedOutputs![^1], network.OutputSize).ToArray() : output;
        float[] added = training.AddedLoss.ToArray();
        (float? value, float[] gradient) = RunLoss(input, judged, added);
        OutputDescription[] places = network.Description.NamedOutputs;
        float[][] named =
        [
            .. places.Select((place, i) => training.Batch(plan.NamedOutputs![i], StridedLayout.Elements(place.Shape)).ToArray()),
        ];
        float[] zeros = new float[gradient.Length];

        // Where all is frozen and the input has no gradient, nothing goes back.
        if (plan.OutputGradient >= 0)
            (ofLogits ? zeros : gradient).CopyTo(training.Batch(plan.OutputGradient, network.OutputSize));
        if (network.Description.Loss is { OfLogits: true } && plan.NamedOutputGradients![^1] is >= 0 and long offset)
            (ofLogits ? gradient : zeros).CopyTo(training.Batch(offset, network.OutputSize));
        for (int i = 0; i < places.Length; i++)
            if (plan.NamedOutputGradients![i] >= 0)
                input.NamedGradients[i].CopyTo(training.Batch(plan.NamedOutputGradients[i], StridedLayout.Elements(places[i].Shape)));
        if (loss is not null && !training.AddedLossGradient.IsEmpty)
            loss.AddedLossGradient.CopyTo(training.AddedLossGradient);
        else
            training.AddedLossGradient.Fill(1f / input.Samples);
        network.Backward(training);
        float[]? inputGradient = plan.InputGradient < 0 ? null : training.Batch(plan.InputGradient, network.InputSize).ToArray();
        return new PassResult(output, value, gradient, inputGradient, named, added);
    }

    private (float? Loss, float[] Gradient) RunLoss(PassInput input, float[] output, float[] added)
    {
        if (loss is not { } workspace)
            return (null, input.OutputGradient!);
        ProgramPlan plan = workspace.Plan;
        workspace.Samples = input.Samples;
        output.CopyTo(workspace.Batch(plan.Output, network.OutputSize));
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
            input.Target!.CopyTo(workspace.Batch(plan.Target, network.OutputSize));
            network.LossOfValues(workspace);
        }

        return (workspace.Scratch(plan.Loss), workspace.Batch(plan.OutputGradient, network.OutputSize).ToArray());
    }
}
