using Microsoft.CodeAnalysis;
using NetGen.Compiler.Collections;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Specification;
using NetGen.Generator.Reading;

namespace NetGen.Generator;

/// <summary>A network as read, with its places as numbers. Equal readings of unchanged source keep the generator's results.</summary>
internal sealed record NetworkReading(NetworkSpec Spec, EquatableArray<SiteLocation> Sites)
{
    /// <summary>Why the network could not be read, or null. Its specification then has no layers.</summary>
    public Fault? Failure { get; init; }

    /// <summary>Whether the class cannot have a generated part.</summary>
    public bool HasNoPart => Spec.Class.Identifier.Length == 0 || Spec.Faults.Any(ClassReader.PreventsGeneration);

    /// <summary>The location of diagnostics without another one.</summary>
    public SiteLocation Site => Sites[Spec.Site];

    public static NetworkReading Read(INamedTypeSymbol network, Compilation compilation, CancellationToken cancellation)
    {
        (NetworkSpec spec, SiteTable sites) = NetworkReader.Read(network, compilation, isFinal: false, cancellation);
        return new NetworkReading(spec, sites.Locations.Select(SiteLocation.Of).ToEquatableArray());
    }

    /// <summary>A network of which only the class is read, since reading all of it has failed.</summary>
    public static NetworkReading Unread(
        INamedTypeSymbol network, Compilation compilation, Location place, Exception exception, CancellationToken cancellation)
    {
        var sites = new SiteTable();
        sites.Add(place);
        (ClassSpec type, EquatableArray<Fault> faults) = Guard.Run(
            () => (ClassReader.Read(network, compilation), ClassReader.Faults(network, sites, cancellation).ToEquatableArray()),
            _ => (new ClassSpec("", default, network.Name, "", default) { Identifier = "" }, default),
            cancellation);
        var spec = new NetworkSpec(type, default, default, default, default, faults, IsComplete: false, Site: 0);
        return new NetworkReading(spec, sites.Locations.Select(SiteLocation.Of).ToEquatableArray())
        {
            Failure = Failures.Of(network.Name, "Reading", exception),
        };
    }

    /// <summary>Compares what is compiled and not where it stands: a comment above a network changes nothing.</summary>
    public sealed class BySpec : IEqualityComparer<NetworkReading>
    {
        public static BySpec Instance { get; } = new();

        public bool Equals(NetworkReading? x, NetworkReading? y) => Equals(x?.Spec, y?.Spec) && Equals(x?.Failure, y?.Failure);

        public int GetHashCode(NetworkReading reading) => reading.Spec.GetHashCode();
    }
}
