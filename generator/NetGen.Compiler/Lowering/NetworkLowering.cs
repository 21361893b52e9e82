using NetGen.Compiler.Autodiff;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Lowering;

/// <summary>
/// Turns a shaped network into programs: prediction; training, forward and backward; the loss, once for class indices and
/// once for numbers, as far as the loss takes them.
/// </summary>
internal sealed class NetworkLowering
{
    private readonly ShapedNetwork network;
    private readonly ParameterTable parameters;
    private readonly CancellationToken cancellation;

    private NetworkLowering(ShapedNetwork network, CancellationToken cancellation)
    {
        this.network = network;
        this.cancellation = cancellation;
        parameters = new ParameterTable(network.Layers);
    }

    public static LoweredNetwork Lower(ShapedNetwork network, CancellationToken cancellation)
    {
        var lowering = new NetworkLowering(network, cancellation);
        return new LoweredNetwork(
            lowering.parameters,
            lowering.LowerPrediction(),
            lowering.LowerTraining(),
            lowering.LowerLoss(LabelForms.Index),
            lowering.LowerLoss(LabelForms.Values));
    }

    private Program LowerPrediction()
    {
        var program = new Program("Predict") { IsPrediction = true };
        (_, Tensor output, _) = LowerForward(program, isTraining: false);
        program.AddResult(ResultRole.Output, TensorLayout.ToRaw(output, network.Output));
        BackwardPass.Bypass(program);
        PoolFirst.Apply(program);
        program.RemoveUnused();
        ChooseConvolutions(program);
        return program;
    }

    private Program LowerTraining()
    {
        var program = new Program("Train");
        (Tensor input, Tensor output, IReadOnlyList<Tensor> named) = LowerForward(program, isTraining: true);
        program.CurrentLayer = "output";
        Tensor result = TensorLayout.ToRaw(output, network.Output);
        program.AddResult(ResultRole.Output, result);
        PoolFirst.Apply(program);

        program.IsBackward = true;
        var seeds = new List<(Tensor Output, Tensor Seed)>
        {
            (result, program.Add(new Input(program, TensorLayout.Raw(network.Output), InputRole.OutputGradient))),
        };
        for (int index = 0; index < named.Count; index++)
        {
            program.CurrentLayer = named[index].Layer;
            seeds.Add((named[index], program.Add(new Input(program, named[index].Shape, InputRole.NamedOutputGradient, index))));
        }

        program.IsBackward = false;
        Parameter[] trained = [.. program.Nodes.OfType<Parameter>().Where(parameter => !parameter.IsStatistic)];
        IReadOnlyList<Tensor?> gradients = BackwardPass.Append(seeds, [.. trained, input]);
        cancellation.ThrowIfCancellationRequested();
        for (int index = 0; index < trained.Length; index++)
            if (gradients[index] is { } gradient)
                program.AddResult(ResultRole.ParameterGradient, gradient, trained[index].Index);
        if (gradients[trained.Length] is { } inputGradient)
            program.AddResult(ResultRole.InputGradient, inputGradient);
        program.RemoveUnused();
        CroppedConvolutions.Apply(program);
        TransposedSums.Apply(program);
        DroppedActivations.Apply(program);
        Recomputation.Apply(program);
        program.RemoveUnused();
        ChooseConvolutions(program);
        return program;
    }

    private void ChooseConvolutions(Program program)
    {
        if (network.Winograd)
            WinogradChoice.Apply(program);
        UnpaddedConvolutions.Apply(program);
        ComposedMoves.Apply(program);
    }

    /// <summary>The loss of the batch, and its gradient by the prediction: one pass over each row does both.</summary>
    private Program? LowerLoss(LabelForms form)
    {
        if (network.Loss is not { } loss || (loss.Labels & form) == 0)
            return null;
        var program = new Program(form == LabelForms.Index ? "LossOfIndices" : "LossOfValues") { CurrentLayer = loss.Name };
        Shape shape = network.Output;
        var raw = program.Add(new Input(program, TensorLayout.Raw(shape), InputRole.Prediction));
        Tensor prediction = TensorLayout.FromRaw(raw, shape);
        Tensor target = form == LabelForms.Index
            ? loss.Loss.TargetOfIndices(program, prediction)
            : TensorLayout.FromRaw(program.Add(new Input(program, TensorLayout.Raw(shape), InputRole.Target)), shape);
        Tensor losses = loss.Loss.Forward(prediction, target);
        bool isMeanOfLabels = form == LabelForms.Index && loss.Loss.Reduction == Reduction.Mean;
        Tensor? weights = isMeanOfLabels ? loss.Loss.LabelWeights(target) : null;
        (Tensor value, Tensor seed) = weights is null
            ? Divided(losses, Divisor(loss.Loss, form, losses.Shape.Count))
            : DividedByWeights(losses, weights);
        program.AddResult(ResultRole.Loss, value);
        IReadOnlyList<Tensor?> gradients = BackwardPass.Append(losses, seed, [prediction], isSeparatePass: false);
        Tensor gradient = gradients[0] ?? Map.Filled(program, 0, prediction.Shape);
        program.AddResult(ResultRole.OutputGradient, TensorLayout.ToRaw(gradient, shape));
        program.RemoveUnused();
        return program;
    }

    /// <summary>The loss, and its gradient by the single losses. Where no label counts, the loss is 0 / 0 and the gradient 0, as in PyTorch.</summary>
    private static (Tensor Value, Tensor Seed) Divided(Tensor losses, ScalarExpression divisor)
    {
        ScalarExpression scale = divisor is LabelCount ? 1 / ScalarExpression.Max(divisor, 1) : 1 / divisor;
        return (Map.Of(new Operand(0) / divisor, Total(losses)), Map.Filled(losses.Program, scale, losses.Shape));
    }

    /// <summary>The same for a mean over labels that do not all count the same.</summary>
    private static (Tensor Value, Tensor Seed) DividedByWeights(Tensor losses, Tensor weights)
    {
        Tensor divisor = Total(weights);
        ScalarExpression scale = ScalarExpression.Select(new Operand(0), 0, 1 / (ScalarExpression)new Operand(0), 0);
        return (Map.Of(new Operand(0) / new Operand(1), Total(losses), divisor), Map.Of(scale, losses.Shape, divisor));
    }

    private static Tensor Total(Tensor values) => values.Sum([.. Enumerable.Range(0, values.Shape.Rank)]).SumOverBatch();

    /// <summary>By what the sum of the single losses is divided, of which a sample has <paramref name="count"/>.</summary>
    private static ScalarExpression Divisor(Loss loss, LabelForms form, int count) => loss.Reduction switch
    {
        Reduction.Sum => 1,
        Reduction.BatchMean => new BatchSize(),
        _ when form == LabelForms.Index && loss.IgnoreIndex is not null => new LabelCount(),
        _ => new BatchSize() * (ScalarExpression)count,
    };

    /// <summary>The forward pass from the caller's samples; the named outputs, as the caller gets them, are results already.</summary>
    private (Tensor Input, Tensor Output, IReadOnlyList<Tensor> Named) LowerForward(Program program, bool isTraining)
    {
        program.CurrentLayer = "input";
        var raw = program.Add(new Input(program, TensorLayout.Raw(network.Input), InputRole.Samples));
        Tensor value = TensorLayout.FromRaw(raw, network.Input);
        int site = 0;
        value = LowerSequence(network.Nodes, value, program, isTraining, ref site);
        program.CurrentLayer = "output";
        return (raw, value, [.. program.Results.Where(result => result.Role == ResultRole.NamedOutput).Select(result => result.Value)]);
    }

    private Tensor LowerSequence(
        IReadOnlyList<ShapedNode> nodes, Tensor value, Program program, bool isTraining, ref int site)
    {
        foreach (ShapedNode node in nodes)
        {
            cancellation.ThrowIfCancellationRequested();
            switch (node)
            {
                case ShapedLayer layer:
                    program.CurrentLayer = layer.Name;
                    value = layer.Layer.Forward(value, new ForwardContext(parameters, program, layer, isTraining, site++));
                    break;
                case ShapedOutput output:
                    program.CurrentLayer = output.Name;
                    int index = program.Results.Count(result => result.Role == ResultRole.NamedOutput);
                    program.AddResult(ResultRole.NamedOutput, TensorLayout.ToRaw(value, output.Shape), index);
                    break;
                default:
                    value = LowerComposition((ShapedComposition)node, value, program, isTraining, ref site);
                    break;
            }
        }

        return value;
    }

    private Tensor LowerComposition(
        ShapedComposition composition, Tensor value, Program program, bool isTraining, ref int site)
    {
        var branches = new List<Tensor>();
        foreach (IReadOnlyList<ShapedNode> branch in composition.Branches)
            branches.Add(LowerSequence(branch, value, program, isTraining, ref site));
        return composition.Kind switch
        {
            CompositionKind.Residual or CompositionKind.Sum => branches.Aggregate((a, b) => a + b),
            CompositionKind.Multiply => branches.Aggregate((a, b) => a * b),
            CompositionKind.Concat => TensorOperations.Concatenated(
                branches, TensorLayout.Axis(composition.Output, composition.Axis)),
            _ => throw new InvalidOperationException($"{composition.Kind} has no lowering"),
        };
    }
}

/// <summary>A network's programs and parameters.</summary>
internal sealed record LoweredNetwork(
    ParameterTable Parameters, Program Predict, Program Training, Program? LossOfIndices, Program? LossOfValues)
{
    public IEnumerable<Program> Programs =>
        new[] { Predict, Training, LossOfIndices, LossOfValues }.OfType<Program>();
}
