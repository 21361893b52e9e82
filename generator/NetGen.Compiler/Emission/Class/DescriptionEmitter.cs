using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Losses;
using NetGen.Compiler.Lowering;
using NetGen.Compiler.Memory;
using NetGen.Compiler.Passes;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;

namespace NetGen.Compiler.Emission;

/// <summary>Prints the description that the runtime works with: shapes, parameters and the plans of the programs.</summary>
internal static class DescriptionEmitter
{
    private const string Runtime = "global::NetGen.Runtime.";

    public static void Emit(
        CodeWriter writer, string fieldName, ShapedNetwork network, LoweredNetwork lowered, IReadOnlyList<CompiledProgram> programs)
    {
        ParameterLayout layout = lowered.Parameters.Layout;
        writer.Line("/// <summary>What the runtime knows of this network.</summary>");
        writer.Line($"private static readonly {Runtime}NetworkDescription {fieldName} = new(");
        writer.Line($"    {Literals.String(network.Class.Name)},");
        writer.Line($"    {Integers(network.Samples.ToInts())},");
        writer.Line($"    {Integers(network.Output.ToInts())},");
        writer.Line($"    {Loss(network.Loss, lowered.IsLossOfLogits)},");
        Tensors(writer, layout.Parameters, lowered.Parameters.ParameterDeclarations);
        writer.Line($"    {Literals.Integer(layout.ParameterSize)},");
        Tensors(writer, layout.Statistics, lowered.Parameters.StatisticDeclarations);
        writer.Line($"    {Literals.Integer(layout.StatisticSize)},");
        writer.Line($"    {Plan(programs, lowered.Predict)},");
        writer.Line($"    {Plan(programs, lowered.Training)},");
        writer.Line($"    {Plan(programs, lowered.LossOfIndices)},");
        IReadOnlyList<ShapedOutput> outputs = network.NamedOutputs;
        IReadOnlyList<(string Name, int Index)> tied = lowered.Parameters.Tied;
        writer.Line($"    {Plan(programs, lowered.LossOfValues)})");
        writer.Line("{");
        if (network.FirstLayer is { } first)
            writer.Line($"    FirstLayer = {Literals.String(first.Name)},");
        if (network.LastLayer is { } last)
            writer.Line($"    LastLayer = {Literals.String(last.Name)},");
        if (lowered.Training.LayerThatNeedsTwoSamples is { } normalising)
            writer.Line($"    LayerThatNeedsTwoSamples = {Literals.String(normalising)},");
        if (lowered.Predict.Nodes.OfType<BatchSum>().FirstOrDefault() is { } across)
            writer.Line($"    LayerAcrossSamples = {Literals.String(across.Origin.Layer)},");
        if (lowered.Predict.LayerThatNeedsTwoSamples is { } predicting)
            writer.Line($"    LayerThatPredictsTwoSamples = {Literals.String(predicting)},");
        if (network is { HasRows: false, Vocabularies: [> 0 and var vocabulary] })
            writer.Line($"    Vocabulary = {Literals.Integer(vocabulary)},");
        if (network.Loss?.Padding is { } padded)
            writer.Line($"    PaddingOfLabels = {Padding(network, padded)},");
        if (Layout(network.Output) is { } layoutOfOutput)
            writer.Line($"    OutputLayout = {layoutOfOutput},");
        if (lowered.Stream is not null)
            writer.Line($"    Stream = {Plan(programs, lowered.Stream)},");
        if (lowered.StreamSteps is { } steps)
            writer.Line($"    StreamSteps = {Literals.Integer(steps)},");
        if (lowered.Activations is not null)
        {
            writer.Line($"    Activations = {Plan(programs, lowered.Activations)},");
            List("LayerResults", "LayerResultDescription", lowered.LayerResults.Select(result =>
                $"new({Literals.String(result.Name)}, {Literals.String(result.Kind)}, {Integers(result.Shape.ToInts())})"));
        }

        if (tied.Count > 0)
            List("Tied", "TensorDescription", tied.Select(tie =>
                TensorText(tie.Name, layout.Parameters[tie.Index], lowered.Parameters.ParameterDeclarations[tie.Index])));
        if (outputs.Count > 0)
            List("NamedOutputs", "OutputDescription", outputs.Select(output =>
                $"new({Literals.String(output.Name)}, {Integers(output.Output.ToInts())}{Behind(Layout(output.Output))})"));
        if (network.HasRows)
            List("Inputs", "InputDescription", network.Inputs.Select(input => InputText(network, input)));
        writer.Line("};");

        static string Behind(string? argument) => argument is null ? "" : ", " + argument;

        void List(string property, string type, IEnumerable<string> elements)
        {
            writer.Line($"    {property} = new {Runtime}{type}[]");
            writer.Line("    {");
            foreach (string element in elements)
                writer.Line($"        {element},");
            writer.Line("    },");
        }
    }

    private static string InputText(ShapedNetwork network, ShapedInput input)
    {
        int vocabulary = network.Vocabularies[input.Index];
        string options = string.Join(", ", new[]
        {
            vocabulary > 0 ? $"Vocabulary = {Literals.Integer(vocabulary)}" : "",
            input.HasLengths ? "HasLengths = true" : "",
            input is { HasLengths: true, Shape.Kind: ShapeKind.Signal } ? "StepAxis = 1" : "",
        }.Where(option => option.Length > 0));
        return $"new({Literals.String(input.Name)}, {Integers(input.Shape.ToInts())})" + (options.Length > 0 ? $" {{ {options} }}" : "");
    }

    private static string Padding(ShapedNetwork network, StepPadding padded)
    {
        ShapedInput input = network.Inputs[padded.Input];
        string token = input.PaddingToken is { } padding ? Literals.Integer(padding) : "null";
        string place = padded.Input == 0 ? "" : $", Input: {Literals.Integer(padded.Input)}";
        return $"new(Token: {token}, TrueSteps: {Literals.Integer(padded.TrueSteps)}{place})";
    }

    private static void Tensors(CodeWriter writer, IReadOnlyList<StoredParameter> places, IReadOnlyList<ParameterDeclaration> declarations)
    {
        writer.Line($"    new {Runtime}TensorDescription[]");
        writer.Line("    {");
        for (int index = 0; index < places.Count; index++)
            writer.Line($"        {TensorText(places[index].Name, places[index], declarations[index])},");
        writer.Line("    },");
    }

    private static string TensorText(string name, StoredParameter place, ParameterDeclaration declaration) =>
        $"new({Literals.String(name)}, {Integers(place.PyTorchShape)}, {Literals.Integer(place.Offset)}, "
        + $"{Integers(place.Strides)}, {Literals.Integer(place.Size)}, {Initial(declaration.Initialization)})"
        + (place.IsFrozen ? " { IsFrozen = true }" : "");

    private static string Initial(Initialization initialization) =>
        Distribution(initialization) + (initialization.ZeroRow < 0 ? "" : $".WithZeroRow({Literals.Integer(initialization.ZeroRow)})");

    private static string Distribution(Initialization initialization) => Runtime + "Initialization." + initialization.Kind switch
    {
        InitializationKind.Zeros => "Zeros",
        InitializationKind.Ones => "Ones",
        InitializationKind.Constant => $"Constant({Literals.Float(initialization.First)})",
        InitializationKind.Orthogonal => "Orthogonal",
        InitializationKind.Dirac => $"Dirac({Literals.Integer((int)initialization.First)})",
        InitializationKind.Uniform => $"Uniform({Literals.Float(initialization.First)})",
        _ => $"Normal({Literals.Float(initialization.First)}, {Literals.Float(initialization.Second)})",
    };

    private static string Loss(ShapedLoss? loss, bool isOfLogits)
    {
        if (loss is null)
            return "null";
        string forms = string.Join(
            " | ",
            new[] { LabelForms.Index, LabelForms.Values }
                .Where(form => (loss.Labels & form) != 0)
                .Select(form => $"{Runtime}LabelForm.{form}")
                .DefaultIfEmpty($"{Runtime}LabelForm.None"));
        return $"new {Runtime}LossDescription({Literals.String(loss.Loss.Kind)}, {forms}, {Literals.Integer(loss.LabelsPerSample)}, "
            + $"{Literals.Integer(loss.Classes)}, {(loss.TargetIsInput ? "true" : "false")}"
            + $"{(loss.Loss.IgnoreIndex is { } ignored && (loss.Labels & LabelForms.Index) != 0 ? $", {Literals.Integer(ignored)}" : "")})"
            + Options();

        // What most networks have is left out.
        string Options()
        {
            var options = new List<string>();
            bool takesIndices = loss.Classes > 0;
            if (takesIndices && loss.Input.ChannelAxis != 0)
                options.Add($"ClassAxis = {Literals.Integer(loss.Input.ChannelAxis)}");
            if (loss.Loss.Reduction != Reduction.Mean)
                options.Add($"Reduction = global::NetGen.Reduction.{loss.Loss.Reduction}");
            else if (takesIndices && loss.Loss.ClassWeights is { } weights)
                options.Add($"ClassWeights = new float[] {{ {string.Join(", ", weights.Select(Literals.Float))} }}");
            if (isOfLogits)
                options.Add("OfLogits = true");
            if (loss.Loss is KLDiv { LogTarget: true })
                options.Add("LogTarget = true");
            return options.Count == 0 ? "" : $" {{ {string.Join(", ", options)} }}";
        }
    }

    private static string Plan(IReadOnlyList<CompiledProgram> programs, Program? program)
    {
        if (programs.FirstOrDefault(p => p.Program == program) is not { } planned)
            return "null";
        bool isLoss = planned.Program.Results.Any(r => r.Role == ResultRole.Loss);
        Tensor? In(InputRole role) => planned.Program.Nodes.OfType<Input>().FirstOrDefault(node => node.Role == role);
        Tensor? Out(ResultRole role) => planned.Program.Results.FirstOrDefault(result => result.Role == role)?.Value;
        string Offset(Tensor? tensor) => tensor is null || planned.Memory[tensor].IsElsewhere
            ? "-1"
            : Literals.Integer(planned.Memory[tensor].Offset);
        string output = Offset(isLoss ? In(InputRole.Prediction) : Out(ResultRole.Output));
        string outputGradient = Offset(isLoss ? Out(ResultRole.OutputGradient) : In(InputRole.OutputGradient));
        return $"new {Runtime}ProgramPlan(ActivationSize: {Literals.Integer(planned.Memory.ActivationSize)}, "
            + $"ScratchSize: {Literals.Integer(planned.Memory.ScratchSize)}, Input: {Offset(In(InputRole.Samples))}, Output: {output}, "
            + $"OutputGradient: {outputGradient}, InputGradient: {Offset(Out(ResultRole.InputGradient))}, "
            + $"Target: {Offset(In(InputRole.Target))}, Loss: {Offset(Out(ResultRole.Loss))}"
            + $"{OfPrediction(planned)}{FusedUpdates(planned.Memory)}{Named()}{States()}{AddedLoss()})";

        string AddedLoss()
        {
            Tensor? sums = isLoss ? In(InputRole.AddedLoss) : Out(ResultRole.AddedLoss);
            Tensor? gradients = isLoss ? Out(ResultRole.AddedLossGradient) : In(InputRole.AddedLossGradient);
            return (sums is null ? "" : $", AddedLoss: {Offset(sums)}")
                + (gradients is null ? "" : $", AddedLossGradient: {Offset(gradients)}");
        }

        // What is 0 before the first step; rows of later steps are not read before they are written.
        string States()
        {
            string[] states =
            [
                .. planned.Program.Nodes.OfType<Input>().Where(node => node is { Role: InputRole.State, Shape.Rank: 1 })
                    .Select(node => $"new({Offset(node)}, {Literals.Integer(node.Shape.SampleStride)})"),
            ];
            return states.Length == 0 ? "" : $", States: new {Runtime}ParameterRange[] {{ {string.Join(", ", states)} }}";
        }

        string Named()
        {
            Tensor[] named =
                [.. planned.Program.Results.Where(result => result.Role == ResultRole.NamedOutput).Select(result => result.Value)];
            if (named.Length == 0)
                return "";
            IEnumerable<Tensor?> gradients = named.Select((_, index) => planned.Program.Nodes.OfType<Input>()
                .FirstOrDefault(node => node.Role == InputRole.NamedOutputGradient && node.Index == index));
            return $", NamedOutputs: {Offsets(named)}, NamedOutputGradients: {Offsets(gradients)}";
        }

        string Offsets(IEnumerable<Tensor?> tensors) => $"new long[] {{ {string.Join(", ", tensors.Select(Offset))} }}";
    }

    private static string OfPrediction(CompiledProgram planned) => !planned.Program.IsPrediction
        ? ""
        : $", SamplesAtOnce: {Literals.Integer(PredictionParts.SamplesAtOnce(planned.Memory))}, "
            + $"WorkOfSample: {Literals.Integer(planned.Memory.Groups.Where(group => !group.IsPrepared).Sum(GroupCost.WorkOfSample))}"
            + Ranges("PreparedFrom", planned.Memory.PreparedFrom(StorageKind.Parameter))
            + Ranges("PreparedFromStatistics", planned.Memory.PreparedFrom(StorageKind.Statistic));

    private static string FusedUpdates(MemoryPlan plan) => Ranges(
        "FusedUpdates", plan.FusedUpdates.Select(gradient => (plan[gradient], gradient.Shape.Rows * gradient.Shape.PaddedInner)));

    private static string Ranges(string argument, IEnumerable<(Storage Place, int Size)> ranges)
    {
        string texts = string.Join(
            ", ", ranges.Select(range => $"new({Literals.Integer(range.Place.Offset)}, {Literals.Integer(range.Size)})"));
        return texts.Length == 0 ? "" : $", {argument}: new {Runtime}ParameterRange[] {{ {texts} }}";
    }

    /// <summary>Where the numbers of a sample lie in a training step; null where that is as the caller has them.</summary>
    private static string? Layout(Shape shape)
    {
        TensorShape inside = TensorLayout.Inside(shape), raw = TensorLayout.Raw(shape);
        int[] order = TensorLayout.Order(shape);
        int[] strides = [.. order.Select((_, axis) => inside.Stride(Array.IndexOf(order, axis)))];
        bool isRaw = inside.SampleStride == raw.SampleStride
            && Enumerable.Range(0, raw.Rank).All(axis => raw[axis] == 1 || strides[axis] == raw.Stride(axis));
        return isRaw ? null : $"new({Integers(strides)}, {Literals.Integer(inside.SampleStride)})";
    }

    private static string Integers(IEnumerable<int> values) =>
        $"[{string.Join(", ", values.Select(v => Literals.Integer(v)))}]";
}
