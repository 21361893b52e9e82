using Microsoft.CodeAnalysis;
using NetGen.Compiler.Specification;
using NetGen.Generator.Reading;

namespace NetGen.Generator;

/// <summary>A network as read, with its places as numbers. Equal readings of unchanged source keep the generator's results.</summary>
internal sealed record NetworkReading(NetworkSpec Spec, EquatableArray<SiteLocation> Sites)
{
    public static NetworkReading Read(INamedTypeSymbol network, Compilation compilation, CancellationToken cancellation)
    {
        (NetworkSpec spec, SiteTable sites) = NetworkReader.Read(network, compilation, isFinal: false, cancellation);
        return new NetworkReading(spec, sites.Locations.Select(SiteLocation.Of).ToEquatableArray());
    }

    public IReadOnlyList<Location> Locations => [.. Sites.Select(site => site.ToLocation())];

    /// <summary>Compares what is compiled and not where it stands: a comment above a network changes nothing.</summary>
    public sealed class BySpec : IEqualityComparer<NetworkReading>
    {
        public static BySpec Instance { get; } = new();

        public bool Equals(NetworkReading? x, NetworkReading? y) => Equals(x?.Spec, y?.Spec);

        public int GetHashCode(NetworkReading reading) => reading.Spec.GetHashCode();
    }
}
