using NetGen.Compiler.Lowering;
using NetGen.Compiler.Passes;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Shaping;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Prints the user's class: one file with what a caller sees, and one of the passes and their methods, for all vector widths.
/// </summary>
internal static class ClassEmitter
{
    private const string Description = GeneratedMembers.Description;
    private const string MainEnding = ".g.cs";
    private const string KernelsEnding = ".Kernels.g.cs";

    /// <summary>The ends of the files' names, behind <see cref="ClassSpec.FileName"/>.</summary>
    public static IReadOnlyList<string> FileEndings { get; } = [MainEnding, KernelsEnding];

    public static IReadOnlyList<(string HintName, string Text)> Emit(
        ShapedNetwork network, LoweredNetwork lowered, IReadOnlyList<CompiledProgram> programs, CancellationToken cancellation)
    {
        var writer = new CodeWriter();
        string main = Main(writer, network, lowered, programs);
        cancellation.ThrowIfCancellationRequested();
        writer.Clear();
        return
        [
            (network.Class.FileName + MainEnding, main),
            (network.Class.FileName + KernelsEnding, Kernels(writer, network, lowered, programs)),
        ];
    }

    /// <summary>
    /// The public members of a network with errors, as far as its layers are known, so that its users' code still compiles. C# 7.3 reads
    /// them too: an old version of C# is one of these errors.
    /// </summary>
    public static (string HintName, string Text) EmitBroken(
        ClassSpec spec, IReadOnlyList<ShapedNode> knownNodes, IReadOnlyList<ShapedInput> knownInputs)
    {
        IReadOnlyList<ShapedNode> nodes = [.. ShapedNetwork.Flattened(knownNodes)];
        IEnumerable<(string, string)> tensors = nodes.OfType<ShapedLayer>().SelectMany(layer => layer.Parameters)
            .Select(parameter => (parameter.FullName, $"[{string.Join(", ", parameter.Declaration.Shape)}]"));
        var writer = new CodeWriter();
        WithinClass(writer, spec, baseClass: " : global::NetGen.Network", summary: null, isOldCSharp: true, body: () =>
        {
            NetworkConstants.EmitUnknown(writer, spec.MemberNames);
            if (!spec.Collisions.Contains(GeneratedMembers.Constructor))
            {
                writer.Line("/// <summary>The network has errors: it cannot be made until they are mended.</summary>");
                writer.Line("/// <param name=\"seed\">Would decide the values of the parameters.</param>");
                using (writer.Open($"public {spec.Identifier}(int seed = 0) : base(null, seed)"))
                {
                }
            }

            foreach (string run in GeneratedMembers.Runs.Except(spec.Collisions))
            {
                writer.Line();
                writer.Line("/// <inheritdoc/>");
                using (writer.Open($"protected override void {run}(global::NetGen.Runtime.Workspace workspace)"))
                    writer.Line("throw new global::System.InvalidOperationException();");
            }

            Members(writer, spec, [.. nodes.OfType<ShapedOutput>()], InputsEmitter.Emit(writer, spec, knownInputs, null), tensors, "null");
        });
        return (spec.FileName + MainEnding, writer.ToString());
    }

    private static string Main(CodeWriter writer, ShapedNetwork network, LoweredNetwork lowered, IReadOnlyList<CompiledProgram> programs)
    {
        ClassSpec spec = network.Class;
        CompiledProgram predict = programs.First(program => program.Program == lowered.Predict);
        CompiledProgram training = programs.First(program => program.Program == lowered.Training);
        Action<CodeWriter> summary = documented =>
            SummaryTable.Emit(documented, network, predict.ActivationBytes, training.ActivationBytes);
        bool isSignal = network.Output.Kind == ShapeKind.Signal;
        string output = $"[global::NetGen.NetworkOutput({string.Join(", ", network.Output.Sizes)}"
            + $"{(isSignal ? ", Axes = global::NetGen.Axes.ChannelsLength" : "")})]";
        WithinClass(writer, spec, " : global::NetGen.Network", summary, attribute: output, body: () =>
        {
            NetworkConstants.Emit(writer, network, predict, training);
            writer.Line("/// <summary>Makes the network with random parameters.</summary>");
            writer.Line("/// <param name=\"seed\">The same seed gives the same parameters on every machine.</param>");
            using (writer.Open($"public {spec.Identifier}(int seed = 0) : base({Description}, seed)"))
            {
            }

            foreach (NetworkPass pass in NetworkPass.Of(lowered, programs))
                PassChoices.EmitOverride(writer, pass);

            if (lowered.Stream is not null)
            {
                writer.Line();
                writer.Line("/// <summary>A prediction of one step of a sequence at a time, which keeps what later steps need.</summary>");
                writer.Line("/// <returns>A stream that has taken no step.</returns>");
                writer.Line("public global::NetGen.PredictionStream CreateStream() => BeginStream();");
            }

            Members(
                writer, spec, network.NamedOutputs, InputsEmitter.Emit(writer, spec, network.Inputs, network),
                Tensors(lowered.Parameters), Description);
            writer.Line();
            DescriptionEmitter.Emit(writer, Description, network, lowered, programs);
        });
        return ShortNames.ApartInClass(writer.ToString(), spec);
    }

    /// <summary>The members by which a caller reaches parameters and named outputs.</summary>
    private static void Members(
        CodeWriter writer, ClassSpec spec, IReadOnlyList<ShapedOutput> named, string? trainer,
        IEnumerable<(string Name, string Shape)> tensors, string description)
    {
        string? outputs = OutputsEmitter.Emit(writer, spec, named, description);
        MemberTree.Of(tensors).Emit(
            writer, spec.Name, spec.Identifier,
            [
                .. spec.MemberNames, .. NetworkConstants.Names, .. ShortNames.All, Description,
                .. new[] { outputs, trainer }.OfType<string>(),
            ]);
    }

    /// <summary>All names in saved files with the shapes of what they name, in the order of the layers.</summary>
    private static IEnumerable<(string Name, string Shape)> Tensors(ParameterTable parameters)
    {
        IReadOnlyList<StoredParameter> trained = parameters.Layout.Parameters;
        return trained.Concat(parameters.Layout.Statistics).Select(place => (place.Name, place))
            .Concat(parameters.Tied.Select(tie => (tie.Name, trained[tie.Index])))
            .Select(tensor => (tensor.Name, $"[{string.Join(", ", tensor.Item2.PyTorchShape)}]"));
    }

    /// <summary>The methods: calls of the library, with what is this network's own.</summary>
    private static string Kernels(CodeWriter writer, ShapedNetwork network, LoweredNetwork lowered, IReadOnlyList<CompiledProgram> programs)
    {
        WithinClass(writer, network.Class, baseClass: "", summary: null, usings: KernelUsings.Lines, body: () =>
        {
            IReadOnlyList<NetworkPass> passes = NetworkPass.Of(lowered, programs);
            writer.Line(
                "/// <summary>Each pass, with the methods that it runs behind it, for vectors V with the operations of S. "
                + "Work items are samples, where a method does not say more.</summary>");
            using (writer.Open("private abstract class Kernels<S, V> where S : ISimd<V> where V : struct"))
            {
                ConstantLists.Emit(writer, programs.Select(program => program.Program));
                var methods = new GroupMethods(passes, writer.Depth);
                foreach (NetworkPass pass in passes)
                {
                    PassMethods.Emit(writer, pass, methods);
                    writer.Line();
                }

                GroupTable.Emit(writer, passes);
            }

            foreach (VectorWidth width in VectorWidth.All)
            {
                writer.Line();
                writer.Line($"private abstract class {width.Class} : Kernels<{width.Operations}, {width.Vector}> {{ }}");
            }

            ShortRows.Emit(writer, passes.SelectMany(pass => pass.Groups));
            writer.Line();
            PassChoices.Emit(writer, passes);
        });
        return ShortNames.ApartInKernels(writer.ToString(), network.Class);
    }

    private static void WithinClass(CodeWriter writer, ClassSpec spec, string baseClass, Action<CodeWriter>? summary, Action body,
        IEnumerable<string>? usings = null, string attribute = "", bool isOldCSharp = false)
    {
        writer.Line("// <auto-generated/>");
        if (!isOldCSharp)
            writer.Line("#nullable enable");
        if (baseClass.Length > 0)
            writer.Line(
                "#pragma warning disable CS3005, CS3008, CS3016 "
                + "// Members are called as layers are, which may not be CLS-compliant; sizes are a list.");
        writer.Line();
        if (spec.Namespace.Length > 0 && isOldCSharp)
        {
            using (writer.Open($"namespace {spec.Namespace}"))
                Nested(0);
            return;
        }

        if (spec.Namespace.Length > 0)
            writer.Line($"namespace {spec.Namespace};").Line();
        if (usings is not null)
        {
            foreach (string line in usings)
                writer.Line(line);
            writer.Line();
        }

        Nested(0);

        void Nested(int depth)
        {
            if (depth < spec.ContainingTypes.Count)
            {
                using (writer.Open(spec.ContainingTypes[depth]))
                    Nested(depth + 1);
                return;
            }

            summary?.Invoke(writer);
            if (baseClass.Length > 0)
                writer.Line("[global::System.CodeDom.Compiler.GeneratedCode(\"NetGen\", \"0.1.0\")]");
            if (attribute.Length > 0)
                writer.Line(attribute);
            using (writer.Open($"partial class {spec.Identifier}{baseClass}"))
                body();
        }
    }
}
