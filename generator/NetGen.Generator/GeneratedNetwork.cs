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
        Of(reading, (network, token, observe) => Compiler.Compiler.Compile(network, token, (pass, _) => observe(pass)), cancellation);

    /// <summary>The same with another compiler in its place, for tests of its failures.</summary>
    public static GeneratedNetwork Of(
        NetworkReading reading,
        Func<ShapedNetwork, CancellationToken, Action<string>, IReadOnlyList<(string HintName, string Text)>> compile,
        CancellationToken cancellation)
    {
        NetworkSpec spec = reading.Spec;
        SiteLocation site = reading.Sites[spec.Site];
        if (spec.Faults.Any(ClassReader.PreventsGeneration))
            return new GeneratedNetwork(spec.Class.FileName, default, null, site);
        string pass = "Shapes";
        try
        {
            ShapingResult shaped = ShapeEngine.Run(spec, cancellation);
            if (shaped.Network is not { } network)
                return new GeneratedNetwork(spec.Class.FileName, EquatableArray.Of(Broken(spec, shaped.KnownNodes)), null, site);
            pass = "Lowering";
            IReadOnlyList<(string HintName, string Text)> files = compile(network, cancellation, name => pass = "the pass after " + name);
            return new GeneratedNetwork(spec.Class.FileName, files.Select(file => new GeneratedFile(file.HintName, file.Text)).ToEquatableArray(), null, site);
        }
#pragma warning disable CA1031 // Whatever goes wrong in a pass is reported as a fault of NetGen; an exception would take the whole generator down.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            string what = $"{exception.GetType().Name}, {exception.Message}".Replace("\r", " ").Replace("\n", " ");
            var failure = new Fault(Rules.CompilerFailure.Id, 0, EquatableArray.Of(spec.Class.Name, pass, what));
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
