using NetGen.Compiler.Losses;
using NetGen.Compiler.Shaping;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the forms of Predict, Step, Forward and Backward that take a span for each input, of a network with several inputs or with
/// lengths: they put the inputs into rows, which the base class takes.
/// </summary>
internal sealed class InputsEmitter
{
    private const string Library = "global::NetGen.";
    private const string Nothing = "throw new global::System.InvalidOperationException()";
    private const string Span = "global::System.Span<float>";
    private const string ReadOnly = "global::System.ReadOnlySpan<float>";
    private const string Weights = ReadOnly + " weights";
    private const string WeightsDescribed = "What each sample counts, a finite number of at least 0, [batch].";

    private readonly CodeWriter writer;
    private readonly ClassSpec spec;
    private readonly IReadOnlyList<InputParameter> parameters;
    private readonly ShapedNetwork? network;
    private readonly string trainer;

    private InputsEmitter(
        CodeWriter writer, ClassSpec spec, IReadOnlyList<InputParameter> parameters, ShapedNetwork? network, string trainer)
    {
        this.writer = writer;
        this.spec = spec;
        this.parameters = parameters;
        this.network = network;
        this.trainer = trainer;
    }

    /// <summary>Prints them, and gives the name of the trainer's class; null where a sample is one input.</summary>
    /// <param name="writer">Where they go.</param>
    /// <param name="spec">The user's class.</param>
    /// <param name="inputs">The inputs, as far as they are known.</param>
    /// <param name="network">The network; null where it has errors, so that there is nothing to run.</param>
    public static string? Emit(CodeWriter writer, ClassSpec spec, IReadOnlyList<ShapedInput> inputs, ShapedNetwork? network)
    {
        if (inputs.Count == 0 || (inputs.Count == 1 && !inputs[0].HasLengths))
            return null;
        string trainer = MemberTree.Unique(
            "Trainer", [.. spec.MemberNames, .. NetworkConstants.Names, .. ShortNames.All, GeneratedMembers.Description]);
        new InputsEmitter(writer, spec, InputParameter.Of(inputs), network, trainer).Emit();
        return trainer;
    }

    private string Declared => string.Join(", ", parameters.Select(parameter => parameter.Declared));

    private string Given => string.Join(", ", parameters.Select(parameter => parameter.Name));

    private void Emit()
    {
        const string Summary = "Computes the outputs of one sample or of a batch, as in PyTorch's eval mode.";
        Method(Summary, "void Predict", $"{Span} output", "Receives exactly as many outputs, [batch, ..output shape].",
            "Predict(rows, output);");
        Method(Summary, "float[] Predict", "", "", "return Predict(rows);");
        Method(
            Summary, "void Predict", Library + "NetworkOutputs outputs", "Receives the outputs of exactly as many samples.",
            "Predict(rows, outputs);");
        if (network is not null)
            EmitRows();
        EmitTrainer();
    }

    /// <summary>The inputs as rows of the library.</summary>
    private void EmitRows()
    {
        writer.Line();
        using (writer.Open($"private {Library}Runtime.InputRows RowsOf({Declared}, bool isTraining)"))
        {
            InputParameter first = parameters[0];
            writer.Line(
                $"var rows = new {Library}Runtime.InputRows(this, {first.Name}.Length, nameof({first.Name}), isTraining);");
            foreach (InputParameter parameter in parameters)
            {
                string put = parameter.IsLengths ? "PutLengths" : "Put";
                writer.Line($"rows.{put}({Literals.Integer(parameter.Input.Index)}, {parameter.Name}, nameof({parameter.Name}));");
            }

            writer.Line("return rows;");
        }
    }

    private void EmitTrainer()
    {
        writer.Line();
        writer.Line("/// <summary>Trains the network: owns the memory of a training step, the threads and the optimizer.</summary>");
        using (writer.Open($"public sealed class {trainer} : {Library}Trainer"))
        {
            using (writer.Open(
                $"internal {trainer}({spec.Identifier} network, {Library}Optimizer optimizer, int batchSize, int? threads, int seed) "
                    + ": base(network, optimizer, batchSize, threads, seed)"))
            {
            }

            writer.Line();
            writer.Line("/// <summary>The network that is trained.</summary>");
            writer.Line($"public new {spec.Identifier} Network => ({spec.Identifier})base.Network;");
            EmitSteps();
            const string Forward =
                "Runs the network as in training (dropout drops, statistics are those of the batch) and keeps what Backward needs.";
            Training(Forward, "void Forward", $"{Span} outputs", "Receives exactly as many outputs.", "Forward(rows, outputs);");
            Training(
                Forward, "void Forward", Library + "NetworkOutputs outputs", "Receives the outputs of exactly as many samples.",
                "Forward(rows, outputs);");
            EmitBackward(
                ReadOnly + " outputGradient", $"outputGradient.Length / {Literals.Integer(network?.Output.Count ?? 1)}");
            EmitBackward(Library + "NetworkOutputs outputGradients", "outputGradients.Samples");
        }

        writer.Line();
        writer.Line("/// <summary>Makes a trainer, whose steps take a span for each input.</summary>");
        writer.Line("/// <param name=\"optimizer\">The optimizer; a new one for each network.</param>");
        writer.Line("/// <param name=\"batchSize\">The largest number of samples of a step, at least 1.</param>");
        writer.Line("/// <param name=\"threads\">The number of threads; all processors where none is given.</param>");
        writer.Line("/// <param name=\"seed\">Seeds dropout, and the order in which Fit takes the samples.</param>");
        writer.Line(
            $"public new {trainer} CreateTrainer({Library}Optimizer optimizer, int batchSize, int? threads = null, int seed = 0) =>");
        writer.Line(network is null
            ? $"    {Nothing};"
            : $"    new {trainer}(this, optimizer, batchSize, threads, seed);");
    }

    private void EmitSteps()
    {
        // The steps of a network with errors are all that it may have.
        LabelForms labels = network is null ? LabelForms.Index | LabelForms.Values : network.Loss?.Labels ?? LabelForms.None;
        const string Summary = "A training step: forward, loss, backward, update. Gives the loss of the batch before the update.";
        if (network?.Loss is { TargetIsInput: true })
        {
            // With two spans it hides that of targets, with three that of weights.
            bool isHiding = parameters.Count == 2 || (parameters.Count == 3 && !parameters[2].IsInteger);
            Training(Summary, "float Step", "", "", $"return Step(rows, {parameters[0].Name});", isHiding);
            Training(
                Summary, "float Step", Weights, WeightsDescribed, $"return Step(rows, {parameters[0].Name}, weights);",
                isHiding: parameters.Count == 2);
            return;
        }

        if ((labels & LabelForms.Index) != 0)
        {
            const string Labels = "global::System.ReadOnlySpan<int> labels", Described = "Class indices, from 0.";
            Training(Summary, "float Step", Labels, Described, "return Step(rows, labels);");
            Training(Summary, "float Step", Labels, Described, "return Step(rows, labels, weights);", isWeighted: true);
        }

        if ((labels & LabelForms.Values) != 0)
        {
            const string Targets = ReadOnly + " targets", Described = "What the outputs are compared with, [batch, ..output shape].";
            Training(Summary, "float Step", Targets, Described, "return Step(rows, targets);", isHiding: parameters.Count == 2);
            Training(Summary, "float Step", Targets, Described, "return Step(rows, targets, weights);", isWeighted: true);
        }
    }

    private void EmitBackward(string gradient, string samples)
    {
        InputParameter[] numbers = [.. parameters.Where(parameter => !parameter.IsInteger)];
        if (numbers.Length == 0)
            return;
        writer.Line();
        writer.Line(
            "/// <summary>Computes the gradients of the parameters, and those of the inputs whose spans are not empty.</summary>");
        writer.Line($"/// <param name=\"{NameOf(gradient)}\">The gradient of the outputs of the last forward pass.</param>");
        foreach (InputParameter parameter in numbers)
            writer.Line(
                $"/// <param name=\"{GradientOf(parameter)}\">Receives the gradient of {parameter.Input.Name}, or nothing.</param>");
        string declared = string.Join(", ", numbers.Select(parameter => $"{Span} {GradientOf(parameter)} = default"));
        string hiding = numbers.Length == 1 ? "new " : "";
        using (writer.Open($"public {hiding}void Backward({gradient}, {declared})"))
        {
            if (network is null)
            {
                writer.Line(Nothing + ";");
                return;
            }

            writer.Line($"if ({string.Join(" && ", numbers.Select(parameter => GradientOf(parameter) + ".IsEmpty"))})");
            using (writer.Open())
            {
                writer.Line($"base.Backward({NameOf(gradient)});");
                writer.Line("return;");
            }

            long first = parameters[0].Input.Shape.Count;
            writer.Line();
            writer.Line(
                $"using var rows = new {Library}Runtime.InputRows(Network, {samples} * {Literals.Integer(first)}, "
                    + $"nameof({NameOf(gradient)}), false);");
            writer.Line($"Backward({NameOf(gradient)}, rows);");
            foreach (InputParameter parameter in numbers)
            {
                writer.Line(
                    $"rows.Take({Literals.Integer(parameter.Input.Index)}, {GradientOf(parameter)}, nameof({GradientOf(parameter)}));");
            }
        }
    }

    private static string NameOf(string declared) => declared.Substring(declared.IndexOf(' ') + 1);

    private static string GradientOf(InputParameter parameter) => parameter.Name.TrimStart('@') + "Gradient";

    private void Training(
        string summary, string method, string last, string described, string body, bool isHiding = false, bool isWeighted = false) =>
        Method(summary, method, last, described, body, isTraining: true, isHiding, isWeighted);

    private void Method(
        string summary, string method, string last, string described, string body, bool isTraining = false, bool isHiding = false,
        bool isWeighted = false)
    {
        writer.Line();
        writer.Line($"/// <summary>{summary}</summary>");
        foreach (InputParameter parameter in parameters)
            writer.Line($"/// <param name=\"{parameter.Name.TrimStart('@')}\">{parameter.Described}</param>");
        if (last.Length > 0)
            writer.Line($"/// <param name=\"{NameOf(last)}\">{described}</param>");
        if (isWeighted)
            writer.Line($"/// <param name=\"{NameOf(Weights)}\">{WeightsDescribed}</param>");
        string all = $"{Declared}{(last.Length > 0 ? ", " + last : "")}{(isWeighted ? ", " + Weights : "")}";
        using (writer.Open($"public {(isHiding ? "new " : "")}{method}({all})"))
        {
            if (network is null)
            {
                writer.Line(Nothing + ";");
                return;
            }

            string rows = isTraining ? $"Network.RowsOf({Given}, true)" : $"RowsOf({Given}, false)";
            writer.Line($"using {Library}Runtime.InputRows rows = {rows};");
            writer.Line(body);
        }
    }
}
