using System.Collections.Immutable;
using NetGen.Compiler.Specification;

namespace NetGen.Generator;

/// <summary>
/// Names of emitted files that differ in upper and lower case alone: C# keeps Net and NET apart, the files of a generator it
/// does not.
/// </summary>
internal sealed record FileNames(EquatableArray<string> Clashing)
{
    public static FileNames Of(ImmutableArray<string> names) => new(names.Distinct(StringComparer.Ordinal)
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)
        .SelectMany(group => group).OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray());

    /// <summary>The file under a name that no other has, the same in each run.</summary>
    /// <param name="file">A file whose name begins with <paramref name="name"/>.</param>
    /// <param name="name">One of the names of which all were given.</param>
    public GeneratedFile Apart(GeneratedFile file, string name)
    {
        int before = Clashing.Where(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase))
            .TakeWhile(other => other != name).Count();
        return before == 0 ? file : file with { HintName = $"{name}_{before + 1}{file.HintName.Substring(name.Length)}" };
    }
}
