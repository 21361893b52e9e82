using NetGen.Compiler.Autodiff;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;

namespace NetGen.Compiler.Lowering;

/// <summary>
/// Turns a shaped network into programs, and says what of them is to be differentiated: prediction; training; the loss, once for class
/// indices and once for numbers, as far as the loss takes them.
/// </summary>
internal sealed class NetworkLowering
{
    private readonly ShapedNetwork network;
    private readonly ParameterTable parameters;
    private readonly int judgedSigmoid;
    private readonly HashSet<ShapedNode> sources;
    private readonly bool addsToLoss;
    private readonly CancellationToken cancellation;

    private NetworkLowering(ShapedNetwork network, ParameterTable parameters, CancellationToken cancellation)
    {
        this.network = network;
        this.cancellation = cancellation;
        this.parameters = parameters;
        judgedSigmoid = JudgedLogits.SigmoidOf(network);
        sources = ShapedNetwork.Sources(network.Nodes);
        addsToLoss = network.Layers.Any(layer => layer.Layer.AddsToLoss);
    }

    public static LoweredNetwork Lower(ShapedNetwork network, CancellationToken cancellation)
    {
        var lowering = new NetworkLowering(network, new ParameterTable(network), cancellation);
        (Program? stream, int? steps) = lowering.LowerStream();
        (Program? activations, IReadOnlyList<LayerResult> results) = lowering.LowerActivations();
        return new LoweredNetwork(
            lowering.parameters,
            lowering.LowerPrediction(),
            lowering.LowerTraining(),
            lowering.LowerLoss(LabelForms.Index),
            lowering.LowerLoss(LabelForms.Values))
        {
            IsLossOfLogits = lowering.judgedSigmoid >= 0,
            OutputShapes =
            [
                network.Output, .. network.NamedOutputs.Select(output => output.Output),
                .. lowering.judgedSigmoid >= 0 ? [network.Output] : Array.Empty<Shape>(),
            ],
            Stream = stream,
            StreamSteps = steps,
            Activations = activations,
            LayerResults = results,
        };
    }

    /// <summary>One step of a prediction, where the network has a stream, and the most steps that it takes.</summary>
    private (Program? Program, int? Steps) LowerStream()
    {
        if (!network.HasStream)
            return (null, null);
        var program = new Program("Stream") { ForwardName = "Stream", IsPrediction = true };
        var states = new StreamStates(program, (int)network.Input[0]);
        new NetworkLowering(StreamShapes.OfStep(network), parameters, cancellation).LowerForward(program, isTraining: false, states);
        return (program, states.HasEnd ? states.Steps : null);
    }

    /// <summary>A prediction whose named results are what each layer gives, where that is asked for.</summary>
    private (Program? Program, IReadOnlyList<LayerResult> Results) LowerActivations()
    {
        if (!network.HasActivations)
            return (null, []);
        var program = new Program("Activations") { ForwardName = "Activations", IsPrediction = true };
        List<LayerResult> results = [];
        LowerForward(program, isTraining: false, layerResults: results);
        return (program, results);
    }

    private Program LowerPrediction()
    {
        var program = new Program("Predict") { IsPrediction = true };
        LowerForward(program, isTraining: false);
        return program;
    }

    private Program LowerTraining()
    {
        var program = new Program("Train") { ForwardName = "Forward", Differentiation = new OutputGradients() };
        LowerForward(program, isTraining: true);
        return program;
    }

    /// <summary>The loss of the batch, and its gradient with respect to the prediction: one pass over each row does both.</summary>
    private Program? LowerLoss(LabelForms form)
    {
        if (network.Loss is not { } loss || (loss.Labels & form) == 0)
            return null;
        var program = new Program(form == LabelForms.Index ? "LossOfIndices" : "LossOfValues");
        var origin = new Origin(loss.Name);
        Shape shape = network.Output;
        Expr prediction = Given(InputRole.Prediction, TensorLayout.Inside(shape));
        Loss judge = judgedSigmoid >= 0 && loss.Loss is BCE binary ? binary.OfLogits : loss.Loss;
        Expr target = form == LabelForms.Index ? judge.TargetOfIndices(prediction)
            : Given(InputRole.Target, TensorLayout.Inside(shape));
        Expr losses = judge.Forward(prediction, target);
        bool isMeanOfLabels = form == LabelForms.Index && loss.Loss.Reduction == Reduction.Mean;
        Expr? added = addsToLoss
            ? TensorLayout.FromRaw(Given(InputRole.AddedLoss, TensorLayout.Raw(AddedLossShape)), AddedLossShape)
            : null;
        (Expr value, Expr seed, Func<Expr, Expr> seedOfAdded) = isMeanOfLabels && loss.Loss.LabelWeights(target) is { } weights
            ? DividedByWeights(losses, weights, added)
            : Divided(losses, Divisor(loss.Loss, form, losses.Shape.Count), added);
        program.AddResult(ResultRole.Loss, value);
        if (added is { } sums)
            program.AddResult(ResultRole.AddedLossGradient, TensorLayout.ToRaw(seedOfAdded(sums), AddedLossShape));
        program.Differentiation = new LossGradient(losses, seed, prediction);
        return program;

        Expr Given(InputRole role, TensorShape given) => new(program.Add(new Input(program, origin, given, role)), origin);
    }

    /// <summary>
    /// The loss, its gradient with respect to the single losses, and that with respect to what layers add to their sum. Where no label
    /// counts, the loss is 0 / 0 and the gradients are 0, as in PyTorch.
    /// </summary>
    private static (Expr Value, Expr Seed, Func<Expr, Expr> SeedOfAdded) Divided(Expr losses, ScalarExpression divisor, Expr? added)
    {
        ScalarExpression scale = divisor is LabelCount ? 1 / ScalarExpression.Max(divisor, 1) : 1 / divisor;
        ScalarExpression ofAdded = divisor is LabelCount ? ScalarExpression.Select(divisor, 0, scale, 0) : scale;
        return (
            Map.Of(new Operand(0) / divisor, Total(losses, added)), losses.Filled(scale, losses.Shape),
            sums => sums.Filled(ofAdded, sums.Shape));
    }

    /// <summary>The same for a mean over labels that do not all count the same.</summary>
    private static (Expr Value, Expr Seed, Func<Expr, Expr> SeedOfAdded) DividedByWeights(Expr losses, Expr weights, Expr? added)
    {
        Expr divisor = Total(weights);
        ScalarExpression scale = ScalarExpression.Select(new Operand(0), 0, 1 / (ScalarExpression)new Operand(0), 0);
        return (
            Map.Of(new Operand(0) / new Operand(1), Total(losses, added), added is null ? divisor : Vector(divisor)),
            Map.Of(scale, losses.Shape, divisor),
            sums => Map.Of(scale, sums.Shape, Vector(divisor)));
    }

    private static Expr Total(Expr losses, Expr? added) => added is { } sums ? Vector(Total(losses)) + Total(sums) : Total(losses);

    /// <summary>A number, whose axes have size 1, as a vector of it.</summary>
    private static Expr Vector(Expr number) => number.Shape.Rank == 1 ? number : number.Permuted(
        number.Shape.With([1]), new MoveLoop(1, number.Shape.Rank - 1, 1, 0, 1));

    private static Expr Total(Expr values) => values.Sum([.. Enumerable.Range(0, values.Shape.Rank)]).SumOverBatch();

    /// <summary>The divisor of the sum of the losses, <paramref name="count"/> for each sample.</summary>
    private static ScalarExpression Divisor(Loss loss, LabelForms form, int count) => loss.Reduction switch
    {
        Reduction.Sum => 1,
        Reduction.BatchMean => new BatchSize(),
        _ when form == LabelForms.Index && loss.IgnoreIndex is not null => new LabelCount(),
        _ => new BatchSize() * (ScalarExpression)count,
    };

    /// <summary>The sum of what layers add to the loss: one number a sample.</summary>
    private static Shape AddedLossShape { get; } = Shape.Vector(1);

    /// <summary>The forward pass from the caller's samples to its outputs.</summary>
    private void LowerForward(
        Program program, bool isTraining, StreamStates? stream = null, List<LayerResult>? layerResults = null)
    {
        var origin = new Origin("input");
        Tensor samples = program.Add(new Input(program, origin, TensorLayout.Raw(network.Samples), InputRole.Samples));
        var sequence = new Sequence(program, isTraining, origin) { Stream = stream, LayerResults = layerResults };
        int offset = 0;
        foreach (ShapedInput input in network.Inputs)
        {
            var named = new Origin(input.Name);
            sequence.Results[input] = (InputOf(input, new(samples, named), offset), named);
            offset += (int)input.Size;
        }

        MaskedValue value = sequence.Results[network.Inputs[0]].Value;
        if (judgedSigmoid < 0 || layerResults is not null)
        {
            value = Lower(network.Nodes, value, sequence);
        }
        else
        {
            MaskedValue logits = Lower([.. network.Nodes.Take(judgedSigmoid)], value, sequence);
            Origin last = sequence.Last;
            value = Lower([.. network.Nodes.Skip(judgedSigmoid)], logits, sequence);
            AddLogits(sequence, new(logits.Tensor, last));
        }

        program.AddResult(ResultRole.Output, Result(new(value, new Origin("output")), network.Output, isTraining));
        if (stream is null && layerResults is null && addsToLoss && (isTraining || network.Loss is not null))
        {
            Expr sum = sequence.AddedLosses.Select(Vector).Aggregate((a, b) => a + b);
            program.AddResult(ResultRole.AddedLoss, TensorLayout.ToRaw(sum.Named("AddedLoss"), AddedLossShape));
        }
    }

    /// <summary>An input of a sample, which is all of it or lies in it from an offset on.</summary>
    private MaskedValue InputOf(ShapedInput input, Expr samples, int offset)
    {
        Shape shape = input.Shape;
        if (!network.HasRows)
        {
            return new(
                shape.Kind == ShapeKind.Tokens ? samples.Tensor : TensorLayout.FromRaw(samples, shape),
                input.PaddingToken is { } padding ? Mask(() => StepMask.OfTokens(samples.Origin, samples, padding)) : null);
        }

        int steps = (int)(shape.Kind == ShapeKind.Signal ? shape[1] : shape[0]);
        Expr value = TensorLayout.FromRow(samples, offset, shape);
        Lazy<Expr>? mask = input.PaddingToken is { } token ? Mask(() => StepMask.OfTokens(samples.Origin, value, token))
            : input.HasLengths ? Mask(() => StepMask.OfLength(
                samples.Origin, TensorLayout.FromRow(samples, offset + (int)shape.Count, Shape.Tokens(1)), steps))
            : null;
        return new(value, mask);

        Lazy<Expr> Mask(Func<StepMask> mask) => new(() => samples.Add(mask()));
    }

    /// <summary>
    /// Makes the judged logits a result, in the output's shape: what brings the probabilities into another order brings them too.
    /// </summary>
    private void AddLogits(Sequence sequence, Expr logits)
    {
        foreach (ShapedLayer layer in network.Nodes.Skip(judgedSigmoid + 1).OfType<ShapedLayer>())
        {
            var context = new LayerContext(parameters, sequence.Program, layer, sequence.IsTraining, sequence.NextSite);
            logits = layer.Layer.Forward(new(logits.Tensor, new Origin(layer.Name)), context);
        }

        sequence.Program.AddResult(ResultRole.NamedOutput, Result(logits, network.Output, sequence.IsTraining), network.NamedOutputs.Count);
    }

    /// <summary>
    /// An output as a program gives it. A prediction gives it as the caller has it; a training step as it lies, which is how the loss
    /// reads it: the trainer copies it where the caller asks for it.
    /// </summary>
    private static Expr Result(Expr value, Shape shape, bool isTraining) => isTraining ? value.Alias() : TensorLayout.ToRaw(value, shape);

    private MaskedValue Lower(IReadOnlyList<ShapedNode> nodes, MaskedValue value, Sequence sequence)
    {
        foreach (ShapedNode node in nodes)
        {
            cancellation.ThrowIfCancellationRequested();
            switch (node)
            {
                case ShapedLayer layer:
                    sequence.Last = new Origin(layer.Name);
                    value = Lower(layer, value, sequence);
                    break;
                case ShapedOutput when sequence.LayerResults is not null:
                    break;
                case ShapedOutput output:
                    sequence.Last = new Origin(output.Name);
                    int index = sequence.Program.Results.Count(result => result.Role == ResultRole.NamedOutput);
                    sequence.Program.AddResult(
                        ResultRole.NamedOutput, Result(new(value, sequence.Last), output.Shape, sequence.IsTraining), index);
                    break;
                case ShapedFrom from:
                    (value, sequence.Last) = sequence.Results[from.Source];
                    break;
                default:
                    value = Lower((ShapedComposition)node, value, sequence);
                    break;
            }

            if (sources.Contains(node))
                sequence.Results[node] = (value, sequence.Last);
            if (sequence.LayerResults is { } results)
                AddLayerResult(node, value, sequence, results);
        }

        return value;
    }

    /// <summary>Makes what a layer or composition gives a result.</summary>
    private static void AddLayerResult(ShapedNode node, MaskedValue value, Sequence sequence, List<LayerResult> results)
    {
        LayerResult? result = node switch
        {
            ShapedLayer layer => new(layer.Name, layer.Layer.Kind, layer.Output),
            ShapedComposition joined => new(
                $"{joined.Kind.ToString().ToLowerInvariant()}{results.Count(other => other.Kind == joined.Kind.ToString()) + 1}",
                joined.Kind.ToString(), joined.Output),
            _ => null,
        };
        if (result is null)
            return;
        sequence.Program.AddResult(
            ResultRole.NamedOutput, TensorLayout.ToRaw(new(value, new Origin(result.Name)), result.Shape), results.Count);
        results.Add(result);
    }

    private MaskedValue Lower(ShapedLayer layer, MaskedValue value, Sequence sequence)
    {
        // An operand begins with what comes in, or elsewhere.
        Origin before = sequence.Last;
        MaskedValue[] operands = [.. layer.Operands.Select(operand => Lower(operand, value, sequence))];
        sequence.Last = before;
        Lazy<Expr>? masked = layer.Layer.ReadsInput ? value.Mask : MaskOfAny(operands);
        var context = new LayerContext(
            parameters, sequence.Program, layer, sequence.IsTraining, sequence.NextSite++, masked, operands, sequence.Stream,
            sequence.AddedLosses);
        Expr result = layer.Layer.Forward(new(value, sequence.Last), context);
        return new(result, masked is not { } mask ? null : layer.Layer.MaskRule(layer.Input) switch
        {
            MaskRule.Kept => mask,
            MaskRule.StepInFront => new Lazy<Expr>(() =>
                TensorOperations.Concatenated([mask.Value.Filled(1, TensorShape.Batched(1, 1)), mask.Value], axis: 0)),
            _ => null,
        });
    }

    /// <summary>What joins the branches belongs to the last layer before it.</summary>
    private MaskedValue Lower(ShapedComposition composition, MaskedValue value, Sequence sequence)
    {
        MaskedValue[] results = [.. composition.Branches.Select(branch => Lower(branch, value, sequence))];
        Expr[] branches = [.. results.Select(result => new Expr(result, sequence.Last))];
        return new(Joined(composition, branches), MaskOf(composition, results, branches));
    }

    /// <summary>Masks that stand behind one another as their steps do, or a step that is true where any branch's is.</summary>
    private static Lazy<Expr>? MaskOf(ShapedComposition composition, MaskedValue[] results, Expr[] branches)
    {
        if (composition.Mask != StepPadding.Joined)
            return composition.Mask is null ? null : results[0].Mask;
        int axis = composition.Kind == CompositionKind.Concat ? TensorLayout.Axis(composition.Output, composition.Axis) : -1;
        bool joinsSteps = axis == 0;
        Lazy<Expr>[] masks = [.. results.Select((result, index) => result.Mask ?? AllTrue(branches[index]))];
        return new Lazy<Expr>(() => joinsSteps
            ? TensorOperations.Concatenated([.. masks.Select(mask => mask.Value)], axis: 0)
            : masks.Select(mask => mask.Value).Aggregate((a, b) => Map.Of(ScalarExpression.Max(new Operand(0), new Operand(1)), a, b)));

        static Lazy<Expr> AllTrue(Expr branch) => new(() => branch.Filled(1, TensorShape.Batched(branch.Shape[0], 1)));
    }

    /// <summary>A step is true where any of the values' is; null where one has no padding.</summary>
    private static Lazy<Expr>? MaskOfAny(IReadOnlyList<MaskedValue> values)
    {
        if (values.Any(value => value.Mask is null))
            return null;
        Lazy<Expr>[] masks = [.. values.Select(value => value.Mask!).Distinct()];
        return masks.Length == 1 ? masks[0] : new Lazy<Expr>(() => masks.Select(mask => mask.Value).Aggregate(
            (a, b) => Map.Of(ScalarExpression.Max(new Operand(0), new Operand(1)), a, b)));
    }

    private static Expr Joined(ShapedComposition composition, Expr[] branches) => composition.Kind switch
    {
        CompositionKind.Residual or CompositionKind.Sum => branches.Aggregate((a, b) => a + b),
        CompositionKind.Multiply => branches.Aggregate((a, b) => a * b),
        CompositionKind.Concat => TensorOperations.Concatenated(branches, TensorLayout.Axis(composition.Output, composition.Axis)),
        _ => throw new InvalidOperationException($"{composition.Kind} has no lowering"),
    };

    /// <summary>How far a program's forward pass has come.</summary>
    private sealed class Sequence(Program program, bool isTraining, Origin first)
    {
        public Program Program { get; } = program;

        public bool IsTraining { get; } = isTraining;

        /// <summary>What layers keep from step to step, of a stream.</summary>
        public StreamStates? Stream { get; init; }

        /// <summary>Gets what each layer gives, where that is kept.</summary>
        public List<LayerResult>? LayerResults { get; init; }

        /// <summary>The layer that was lowered last.</summary>
        public Origin Last { get; set; } = first;

        /// <summary>The results that operands begin with, and the last layer of each.</summary>
        public Dictionary<ShapedNode, (MaskedValue Value, Origin Last)> Results { get; } = [];

        /// <summary>What layers add to the loss, for each sample.</summary>
        public List<Expr> AddedLosses { get; } = [];

        /// <summary>Numbers that tell the layers apart that draw random values.</summary>
        public int NextSite { get; set; }
    }
}
