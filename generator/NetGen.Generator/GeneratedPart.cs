using Microsoft.CodeAnalysis;
using NetGen.Compiler.Collections;
using NetGen.Compiler.Diagnostics;
using NetGen.Generator.Reading;

namespace NetGen.Generator;

/// <summary>What one step emits for one class, and its failure where there was one.</summary>
/// <param name="Name">The class, as messages say it.</param>
/// <param name="Owner">The class as the owner of files, or null where there are none.</param>
/// <param name="Files">The files.</param>
/// <param name="Failure">A failure of NetGen, or null.</param>
/// <param name="Site">Where the class stands.</param>
internal sealed record GeneratedPart(string Name, FileOwner? Owner, EquatableArray<GeneratedFile> Files, Fault? Failure, SiteLocation Site)
{
    /// <summary>A class of which nothing is emitted.</summary>
    public static GeneratedPart None(string name, Fault? failure, SiteLocation site) => new(name, null, default, failure, site);

    /// <summary>The failure as it is shown.</summary>
    public Diagnostic? Diagnostic => Failure is { } failure ? Descriptors.ToDiagnostic(failure, [Site.ToLocation()]) : null;

    /// <summary>Compares what is emitted and not where the class stands: a comment above it changes nothing.</summary>
    public sealed class ByContent : IEqualityComparer<GeneratedPart>
    {
        public static ByContent Instance { get; } = new();

        public bool Equals(GeneratedPart? x, GeneratedPart? y) =>
            x is null ? y is null : y is not null && x.Owner == y.Owner && x.Files.Equals(y.Files) && x.Failure == y.Failure
                && x.Name == y.Name;

        public int GetHashCode(GeneratedPart part) => part.Files.GetHashCode();
    }
}
