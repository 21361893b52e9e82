using NetGen.Compiler.Graph;
using NetGen.Compiler.Lowering;
using NetGen.Compiler.Shapes;
using NetGen.Execution.Tests.Compilation;
using NetGen.Reference;
using NetGen.Runtime;
using GraphParameter = NetGen.Compiler.Graph.Parameter;

namespace NetGen.Execution.Tests.RandomNetworks;

/// <summary>Parameters and running statistics in double precision, each in the order of its shape in the graph.</summary>
internal sealed record ReferenceParameters(double[][] Trained, double[][] Statistics)
{
    /// <summary>The values that a network holds now.</summary>
    public static ReferenceParameters Of(Network network, LoweredNetwork lowered) => new(
        Read(network.Memory.Parameters, network.Description.Parameters, lowered.Parameters.Layout.Parameters),
        Read(network.Memory.Statistics, network.Description.Statistics, lowered.Parameters.Layout.Statistics));

    /// <summary>What becomes of each number that is computed with them; null to keep it in double precision.</summary>
    public Func<double, double>? Round { get; init; }

    public double[] this[GraphParameter parameter] => (parameter.IsStatistic ? Statistics : Trained)[parameter.Index];

    /// <summary>The elements of a tensor in its block, padding left out.</summary>
    public static double[] Logical(ReadOnlySpan<float> block, int offset, TensorShape shape)
    {
        var values = new double[shape.Count];
        for (int i = 0; i < values.Length; i++)
            values[i] = block[offset + (i / shape.Inner * shape.PaddedInner) + (i % shape.Inner)];
        return values;
    }

    private static double[][] Read(
        ReadOnlySpan<float> block, TensorDescription[] descriptions, IReadOnlyList<Compiler.Lowering.StoredParameter> places)
    {
        var all = new double[places.Count][];
        for (int i = 0; i < all.Length; i++)
            all[i] = Logical(block, descriptions[i].Offset, places[i].Shape);
        return all;
    }
}

/// <summary>What a pass of the reference leaves behind. Gradients and statistics by their index.</summary>
internal sealed record ReferenceResult(
    double[] Output, double? Loss, double[]? OutputGradient, double[]? InputGradient, double[]?[] Gradients, double[]?[] Statistics)
{
    /// <summary>The named outputs, in their order.</summary>
    public double[]?[] Named { get; init; } = [];

    /// <summary>What layers add to the loss, for each sample; null where none does.</summary>
    public double[]? AddedLoss { get; init; }
}

/// <summary>A forward and backward pass on the interpreter: the programs as they are before fusion.</summary>
internal static class ReferencePass
{
    public static ReferenceResult Run(LoweredNetwork network, ReferenceParameters parameters, PassInput pass, double[] samples)
    {
        Batch forward = Batch(network, parameters, pass, (InputRole.Samples, samples));
        IReadOnlyList<(ProgramResult Result, TensorValue Value)> first = Interpreter.Run(network.Training, forward);
        double[] output = Output(network, first);
        double[]? added = Single(first, ResultRole.AddedLoss);
        (double? loss, double[] gradient, double[]? addedGradient) = Loss(network, parameters, pass, Judged(network, pass, first), added);
        bool ofLogits = network.IsLossOfLogits && loss is not null;
        double[] zeros = new double[gradient.Length];
        Batch both = Batch(
            network, parameters, pass, (InputRole.Samples, samples),
            (InputRole.OutputGradient, Inside(network, 0, ofLogits ? zeros : gradient)),
            (InputRole.AddedLossGradient, addedGradient ?? [.. Enumerable.Repeat(1.0 / pass.Samples, pass.Samples)]));
        if (network.IsLossOfLogits)
            both = both with { NamedGradients = [.. both.NamedGradients, Inside(network, 0, ofLogits ? gradient : zeros)] };
        IReadOnlyList<(ProgramResult Result, TensorValue Value)> results = Interpreter.Run(network.Training, both);
        return new ReferenceResult(
            output,
            loss,
            gradient,
            Single(results, ResultRole.InputGradient),
            Indexed(results, ResultRole.ParameterGradient, parameters.Trained.Length),
            Indexed(results, ResultRole.Statistic, parameters.Statistics.Length))
        {
            Named = Named(network, pass, results)[..pass.NamedGradients.Count],
            AddedLoss = added,
        };
    }

    public static double[] Predict(LoweredNetwork network, ReferenceParameters parameters, PassInput pass, double[] samples) =>
        Single(Interpreter.Run(network.Predict, Batch(network, parameters, pass, (InputRole.Samples, samples))), ResultRole.Output)!;

    /// <summary>What each layer gives, where that is kept.</summary>
    public static double[][] Activations(LoweredNetwork network, ReferenceParameters parameters, PassInput pass, double[] samples) =>
        network.Activations is not { } program ? [] :
        [
            .. Indexed(
                Interpreter.Run(program, Batch(network, parameters, pass, (InputRole.Samples, samples))), ResultRole.NamedOutput,
                network.LayerResults.Count).Select(values => values!),
        ];

    /// <summary>
    /// What the gradients are of: the loss, or the output weighted by the gradient that comes from above, and so the named outputs; without
    /// a loss, what layers would add to it, divided by the samples.
    /// </summary>
    public static double Objective(LoweredNetwork network, ReferenceParameters parameters, PassInput pass, double[] samples)
    {
        IReadOnlyList<(ProgramResult Result, TensorValue Value)> results = Interpreter.Run(
            network.Training, Batch(network, parameters, pass, (InputRole.Samples, samples)));
        double[] output = Output(network, results);
        double[]? added = Single(results, ResultRole.AddedLoss);
        double objective = pass.OutputGradient is null
            ? Loss(network, parameters, pass, Judged(network, pass, results), added).Loss!.Value
            : Weighted(output, pass.OutputGradient) + ((added?.Sum() ?? 0) / pass.Samples);
        double[]?[] named = Named(network, pass, results);
        return objective + named.Zip(pass.NamedGradients, (values, weights) => Weighted(values!, weights)).Sum();
    }

    /// <summary>What the loss judges: the output, or the logits behind it.</summary>
    private static double[] Judged(
        LoweredNetwork network, PassInput pass, IReadOnlyList<(ProgramResult Result, TensorValue Value)> results) =>
        network.IsLossOfLogits ? Named(network, pass, results)[^1]! : Output(network, results);

    private static double[] Output(LoweredNetwork network, IReadOnlyList<(ProgramResult Result, TensorValue Value)> results) =>
        Outside(network, 0, Single(results, ResultRole.Output)!);

    /// <summary>The named outputs, and behind them the judged logits.</summary>
    private static double[]?[] Named(
        LoweredNetwork network, PassInput pass, IReadOnlyList<(ProgramResult Result, TensorValue Value)> results) =>
        [
            .. Indexed(results, ResultRole.NamedOutput, pass.NamedGradients.Count + (network.IsLossOfLogits ? 1 : 0))
                .Select((values, index) => Outside(network, index + 1, values!)),
        ];

    /// <summary>What a training program gives or takes, in the order of the caller's axes.</summary>
    private static double[] Outside(LoweredNetwork network, int output, double[] values) =>
        Reordered(network.OutputShapes[output], values, toInside: false);

    /// <summary>The same in the order of the program's axes.</summary>
    private static double[] Inside(LoweredNetwork network, int output, double[] values) =>
        Reordered(network.OutputShapes[output], values, toInside: true);

    private static double[] Reordered(Shape shape, double[] values, bool toInside)
    {
        TensorShape inside = TensorLayout.Inside(shape), outside = TensorLayout.Raw(shape);
        int[] order = TensorLayout.Order(shape);
        var reordered = new double[values.Length];
        for (int index = 0; index < values.Length; index++)
        {
            int place = index / outside.Count * outside.Count;
            for (int axis = 0; axis < order.Length; axis++)
                place += index / outside.Stride(order[axis]) % outside[order[axis]]
                    * inside.Sizes.Skip(axis + 1).Aggregate(1, (product, size) => product * size);

            (int from, int to) = toInside ? (index, place) : (place, index);
            reordered[to] = values[from];
        }

        return reordered;
    }

    private static double Weighted(double[] values, float[] weights) => values.Zip(weights, (value, weight) => value * weight).Sum();

    private static (double? Loss, double[] Gradient, double[]? AddedGradient) Loss(
        LoweredNetwork network, ReferenceParameters parameters, PassInput pass, double[] output, double[]? added)
    {
        if (pass.OutputGradient is not null)
            return (null, Doubles(pass.OutputGradient), null);
        bool indices = pass.Labels is not null;
        Program program = (indices ? network.LossOfIndices : network.LossOfValues)!;
        Batch batch = indices
            ? Batch(network, parameters, pass, (InputRole.Prediction, Inside(network, 0, output)), (InputRole.AddedLoss, added ?? []))
            : Batch(
                network, parameters, pass, (InputRole.Prediction, Inside(network, 0, output)), (InputRole.AddedLoss, added ?? []),
                (InputRole.Target, Inside(network, 0, Doubles(pass.Target!))));
        IReadOnlyList<(ProgramResult Result, TensorValue Value)> results = Interpreter.Run(program, batch);
        return (
            Single(results, ResultRole.Loss)![0], Outside(network, 0, Single(results, ResultRole.OutputGradient)!),
            Single(results, ResultRole.AddedLossGradient));
    }

    private static Batch Batch(
        LoweredNetwork network, ReferenceParameters parameters, PassInput pass,
        params ReadOnlySpan<(InputRole Role, double[] Values)> inputs)
    {
        var given = new Dictionary<InputRole, double[]>();
        foreach ((InputRole role, double[] values) in inputs)
            given.Add(role, values);
        return new Batch(pass.Samples, given, parameter => parameters[parameter], Labels(pass), (site, probability, sample, place) =>
            DropoutMask.Keep1(DropoutMask.Key(pass.DropoutSeed, site, sample), (uint)place, DropoutMask.Threshold(probability)) != 0)
        {
            Round = parameters.Round,
            Draws = (site, sample, place) => DropoutMask.Draw1(DropoutMask.Key(pass.DropoutSeed, site, sample), (uint)place),
            NamedGradients = given.ContainsKey(InputRole.OutputGradient)
                ? [.. pass.NamedGradients.Select((values, index) => Inside(network, index + 1, Doubles(values)))]
                : [],
        };
    }

    /// <summary>The labels as the forms mean them: -1 where one does not count.</summary>
    private static int[] Labels(PassInput pass) => Array.ConvertAll(pass.Labels ?? [], label => label == pass.IgnoreIndex ? -1 : label);

    private static double[]? Single(IReadOnlyList<(ProgramResult Result, TensorValue Value)> results, ResultRole role) =>
        results.SingleOrDefault(entry => entry.Result.Role == role).Value?.Data;

    private static double[]?[] Indexed(IReadOnlyList<(ProgramResult Result, TensorValue Value)> results, ResultRole role, int count)
    {
        var values = new double[]?[count];
        foreach ((ProgramResult result, TensorValue value) in results)
            if (result.Role == role)
                values[result.Index] = value.Data;
        return values;
    }

    public static double[] Doubles(float[] values) => Array.ConvertAll(values, value => (double)value);
}
