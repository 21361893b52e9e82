using NetGen.Compiler.Advice;
using NetGen.Compiler.Collections;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Shaping;
using NetGen.Compiler.Specification;

namespace NetGen.Generator;

/// <summary>Compiles networks into the files that are emitted for them.</summary>
internal static class GeneratedNetwork
{
    /// <summary>Compiles a network. With an error in it, its public members are emitted all the same.</summary>
    public static GeneratedPart Of(NetworkReading reading, CancellationToken cancellation) =>
        Of(reading, (network, token) => Compiler.Compiler.Compile(network, token), cancellation);

    /// <summary>The same with another compiler in its place, for tests of its failures.</summary>
    public static GeneratedPart Of(
        NetworkReading reading,
        Func<ShapedNetwork, CancellationToken, IReadOnlyList<(string HintName, string Text)>> compile,
        CancellationToken cancellation)
    {
        NetworkSpec spec = reading.Spec;
        if (reading.HasNoPart)
            return GeneratedPart.None(spec.Class.Name, reading.Failure, reading.Site);
        if (reading.Failure is { } unread)
            return Failed(reading, unread, cancellation);
        return Guard.Run(
            () =>
            {
                ShapingResult shaped = ShapeEngine.Run(spec, AdviceList.All, cancellation);
                return shaped.Network is not { } network
                    ? Part(reading, [Compiler.Compiler.EmitBroken(spec.Class, shaped.KnownNodes, shaped.KnownInputs)], null)
                    : Part(reading, compile(network, cancellation), null);
            },
            exception => Failed(reading, Failures.Of(spec.Class.Name, exception), cancellation),
            cancellation);
    }

    /// <summary>Whether the compilation of a network whose check has failed reports the failure itself.</summary>
    public static bool FailsToo(NetworkReading reading, CancellationToken cancellation) => reading.Failure is not null
        || (!reading.HasNoPart
            && Guard.Run(() => ShapeEngine.Run(reading.Spec, AdviceList.All, cancellation) is null, _ => true, cancellation));

    /// <summary>The public members of the class, so that the failure is the only error, or nothing where they fail too.</summary>
    private static GeneratedPart Failed(NetworkReading reading, Fault failure, CancellationToken cancellation) => Guard.Run(
        () => Part(reading, [Compiler.Compiler.EmitBroken(reading.Spec.Class, [], [])], failure),
        _ => GeneratedPart.None(reading.Spec.Class.Name, failure, reading.Site),
        cancellation);

    private static GeneratedPart Part(NetworkReading reading, IEnumerable<(string HintName, string Text)> files, Fault? failure)
    {
        ClassSpec network = reading.Spec.Class;
        return new GeneratedPart(
            network.Name,
            FileOwner.OfNetwork(network),
            files.Select(file => new GeneratedFile(file.HintName.Substring(network.FileName.Length), file.Text)).ToEquatableArray(),
            failure,
            reading.Site);
    }
}
