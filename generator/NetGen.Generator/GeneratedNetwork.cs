using NetGen.Compiler;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Shapes;
using NetGen.Compiler.Specification;
using NetGen.Generator.Reading;

namespace NetGen.Generator;

/// <summary>The emitted files of one network, whose names begin with its own, and the failure of the compiler where there was one.</summary>
internal sealed record GeneratedNetwork(string Name, EquatableArray<GeneratedFile> Files, Fault? Failure, SiteLocation Site)
{
    /// <summary>Compiles a network. With an error in it, its public members are emitted all the same.</summary>
    public static GeneratedNetwork Of(NetworkReading reading, CancellationToken cancellation) =>
        Of(reading, (network, token) => Compiler.Compiler.Compile(network, token), cancellation);

    /// <summary>The same with another compiler in its place, for tests of its failures.</summary>
    public static GeneratedNetwork Of(
        NetworkReading reading,
        Func<ShapedNetwork, CancellationToken, IReadOnlyList<(string HintName, string Text)>> compile,
        CancellationToken cancellation)
    {
        NetworkSpec spec = reading.Spec;
        SiteLocation site = reading.Sites[spec.Site];
        if (spec.Faults.Any(ClassReader.PreventsGeneration))
            return new GeneratedNetwork(spec.Class.FileName, default, null, site);
        try
        {
            ShapingResult shaped = ShapeEngine.Run(spec, cancellation);
            if (shaped.Network is not { } network)
                return new GeneratedNetwork(spec.Class.FileName, EquatableArray.Of(Broken(spec, shaped.KnownNodes)), null, site);
            IReadOnlyList<(string HintName, string Text)> files = compile(network, cancellation);
            return new GeneratedNetwork(spec.Class.FileName, files.Select(file => new GeneratedFile(file.HintName, file.Text)).ToEquatableArray(), null, site);
        }
#pragma warning disable CA1031 // Whatever goes wrong in a pass is reported as a fault of NetGen; an exception would take the whole generator down.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            (string pass, Exception cause) = exception is PassFailedException failed ? (failed.Pass, failed.InnerException!) : ("Shapes", exception);
            string what = $"{cause.GetType().Name}, {cause.Message}".Replace("\r", " ").Replace("\n", " ");
            var failure = new Fault(Rules.CompilerFailure.Id, 0, EquatableArray.Of(spec.Class.Name, $"the pass '{pass}'", what));
            return new GeneratedNetwork(spec.Class.FileName, EquatableArray.Of(Broken(spec, [])), failure, site);
        }
    }

    private static GeneratedFile Broken(NetworkSpec spec, IReadOnlyList<ShapedNode> knownNodes)
    {
        (string hintName, string text) = Compiler.Compiler.EmitBroken(spec.Class, knownNodes);
        return new GeneratedFile(hintName, text);
    }
}

/// <summary>A file by its name within the generator's output.</summary>
internal sealed record GeneratedFile(string HintName, string Text);
