using System.Diagnostics;
using NetGen.Compiler.Advice;
using NetGen.Compiler.Algorithms;
using NetGen.Compiler.Autodiff;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Emission;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Lowering;
using NetGen.Compiler.Memory;
using NetGen.Compiler.Passes;
using NetGen.Compiler.Rewrites;
using NetGen.Compiler.Scheduling;
using NetGen.Compiler.Shaping;
using NetGen.Compiler.Specification;
using NetGen.Compiler.Verify;

namespace NetGen.Compiler;

/// <summary>
/// The passes, in their order: a shaped network in, C# files out. Before this stand the reading of attributes and
/// the checking of shapes (<c>Specification</c>, <c>Shapes</c>), which the editor runs as well.
/// </summary>
internal static class Compiler
{
    /// <summary>
    /// From a lowered program to one that can be printed. Each pass is observed, verified in tests, and changes nothing when it is applied
    /// once more.
    /// </summary>
    public static IReadOnlyList<Pass> Passes { get; } =
    [
        Rewrite("Hoist max-pool", "Before the gradients are written, so that they too go through the pool first.", HoistedPools.Apply),
        Rewrite("Differentiate", "Writes plain rules only; the passes behind it find better forms.", Differentiation.Apply) with
        {
            // The gradient of a body is written with the gradient of the program around it.
            Apply = compiled => Differentiation.Apply(compiled.Program),
            Faults = compiled =>
                [.. ProgramVerifier.Faults(compiled.Program), .. ProgramVerifier.LeftFromDifferentiation(compiled.Program)],
        },
        Rewrite("Push down crops",
            "Before transposed convolutions are merged: a crop stands between the sum and its terms.", PushedCrops.Apply),
        Rewrite("Merge transposed convolutions",
            "Before the choice of their algorithm, which is one for all terms.", MergedTransposedConvolutions.Apply),
        Rewrite("Reuse dropout's output",
            "Before rematerialisation, since it looks for operands of the forward pass.", ReusedDropoutOutputs.Apply),
        Rewrite("Rematerialise",
            "When it is known what the backward pass reads, and before algorithms read anything else.", Rematerialisation.Apply),
        new(
            "Choose algorithms", "When no pass makes another convolution any more.",
            compiled => ConvolutionAlgorithms.Apply(compiled.Program, compiled.Options.Winograd), Verified, Printed),
        Rewrite("Materialise padding", "When it is known which kernels make the zeros themselves.", MaterialisedPadding.Apply),
        Rewrite("Compose moves", "When it is known which padded images there are.", ComposedMoves.Apply),
        new(
            "Fuse", "When no node changes any more.",
            compiled =>
            {
                if (compiled.IsFused)
                    compiled.Options.MethodNames.ExceptWith(
                        compiled.Groups.Select(group => group.Name));
                compiled.Groups = Fuser.Fuse(compiled.Program);
                GroupNames.Assign(compiled.Groups, compiled.Program, compiled.Options.MethodNames);
            },
            compiled => GroupVerifier.Faults(compiled.Program, compiled.Groups),
            compiled => compiled.IsFused ? string.Join("\n", compiled.Groups) : ""),
        new(
            "Place parts", "When it is known which kernels touch a tensor, and before any loop is cut by strides.",
            compiled => PlacedParts.Find(compiled.Program, compiled.Groups),
            compiled => [],
            compiled => string.Join(
                "\n", compiled.Program.Nodes.Where(node => node.Part is not null)
                    .Select(node => $"%{node.Id} in %{node.Part!.Whole.Id} from {node.Part.Offset}"))),
        new(
            "Schedule", "When it is known what each kernel computes, and before anything is printed.",
            compiled => Scheduler.Apply(compiled.Groups),
            compiled => [],
            compiled => compiled.IsFused
                ? string.Join(
                    "\n", compiled.Groups.Where(group => group.Schedule is not null).Select(group => $"{group.Name}: {group.Schedule}"))
                : ""),
        new(
            "Plan memory", "When it is known what is stored, and in which order.",
            compiled =>
            {
                if (compiled.IsPlanned)
                    compiled.Options.MethodNames.ExceptWith(
                        compiled.Memory.Chains.Where(chain => !chain.IsSingle).Select(chain => chain.Name));
                compiled.Memory = MemoryPlan.Of(compiled.Program, compiled.Groups, compiled.Options.Parameters);
                GroupNames.Assign(compiled.Memory.Chains, compiled.Options.MethodNames);
            },
            compiled => MemoryVerifier.Faults(compiled.Program, compiled.Memory),
            compiled => compiled.IsPlanned ? compiled.Memory.ToString() : ""),
    ];

    /// <summary>The emitted files. <paramref name="observe"/> gets what each pass did, for tests and dumps.</summary>
    /// <exception cref="PassFailedException">A pass failed: a bug of the compiler.</exception>
    public static IReadOnlyList<(string HintName, string Text)> Compile(
        ShapedNetwork network, CancellationToken cancellation = default, Action<PassReport>? observe = null)
    {
        CompiledNetwork compiled = Plan(network, cancellation, observe);
        return Named("Emit", () => ClassEmitter.Emit(network, compiled.Lowered, compiled.Programs, cancellation));
    }

    /// <summary>The network after all passes but emission.</summary>
    /// <exception cref="PassFailedException">A pass failed: a bug of the compiler.</exception>
    public static CompiledNetwork Plan(ShapedNetwork network, CancellationToken cancellation = default, Action<PassReport>? observe = null)
    {
        LoweredNetwork lowered = Named("Lower", () => NetworkLowering.Lower(network, cancellation));
        var options = new PassOptions(lowered.Parameters.Layout, network.Winograd);
        options.MethodNames.UnionWith(ShortNames.All);
        CompiledProgram[] programs = [.. lowered.Programs.Select(program => new CompiledProgram(program, options))];
        foreach (CompiledProgram program in programs)
            foreach (Pass pass in Passes)
            {
                cancellation.ThrowIfCancellationRequested();
                Run(pass, program, observe);
            }

        return new CompiledNetwork(lowered, programs);
    }

    /// <summary>The public members of a network with errors, so that the errors in its shapes are the only errors.</summary>
    public static (string HintName, string Text) EmitBroken(
        ClassSpec spec, IReadOnlyList<ShapedNode> knownNodes, IReadOnlyList<ShapedInput> knownInputs) =>
        ClassEmitter.EmitBroken(spec, knownNodes, knownInputs);

    /// <summary>
    /// All that is wrong with a network: what its shapes show and, where its budget counts bytes, what its memory does. A
    /// failure of a pass on the way is the generator's to report.
    /// </summary>
    public static IReadOnlyList<Fault> Check(NetworkSpec spec, CancellationToken cancellation)
    {
        ShapingResult shaped = ShapeEngine.Run(spec, AdviceList.All, cancellation);
        var report = new Report();
        if (shaped.Network is not { } network || Budget.Of(spec, report) is not { CountsBytes: true } budget)
            return shaped.Faults;
        try
        {
            CompiledNetwork compiled = Plan(network, cancellation);
            budget.CheckBytes(network, Bytes(compiled.Training), Bytes(compiled.Predict));
        }
#pragma warning disable CA1031 // The generator compiles the network too and reports the failure with its pass.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return shaped.Faults;
        }

        return [.. shaped.Faults, .. report.Faults()];
    }

    /// <summary>
    /// Fused layers store only the result of the last one, and memory is reused, so that the largest tensor of a layer stands for its cost.
    /// </summary>
    private static ActivationBytes Bytes(CompiledProgram program) => new(
        program.ActivationBytes,
        program.Memory.Groups.SelectMany(group => group.Stored)
            .Where(tensor => program.Memory.Has(tensor) && program.Memory[tensor].Kind == StorageKind.Activation)
            .GroupBy(tensor => tensor.Layer)
            .ToDictionary(layer => layer.Key, layer => layer.Max(tensor => (long)sizeof(float) * tensor.Shape.SampleStride)));

    private static void Run(Pass pass, CompiledProgram program, Action<PassReport>? observe)
    {
        // Printing takes longer than most passes: it is done for observers only.
        string before = observe is null ? "" : pass.Print(program);
        var watch = Stopwatch.StartNew();
        Named(pass.Name, () =>
        {
            pass.Apply(program);
            return true;
        });
        TimeSpan elapsed = watch.Elapsed;
        observe?.Invoke(new PassReport(pass, program, elapsed, before, pass.Print(program)));
    }

    private static T Named<T>(string pass, Func<T> run)
    {
        try
        {
            return run();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new PassFailedException(pass, exception);
        }
    }

    private static Pass Rewrite(string name, string reason, Action<Program> apply) =>
        new(name, reason, compiled => apply(compiled.Program), Verified, Printed);

    private static IReadOnlyList<string> Verified(CompiledProgram compiled) => ProgramVerifier.Faults(compiled.Program);

    private static string Printed(CompiledProgram compiled) => compiled.Program.ToString();
}
