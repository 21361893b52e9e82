using NetGen.Compiler.Collections;

namespace NetGen.Generator;

/// <summary>
/// The names of all emitted files, of which no two are equal: C# ends a generator that gives one name twice, and then no class of the
/// project has its other part. Names are compared without case, as C# compares them: it keeps the classes Net and NET apart, and their
/// files not. A class nested in a network may also be called like one of the network's files.
/// </summary>
/// <param name="Moved">The classes whose files have another name, since another class's come first.</param>
/// <param name="Ambiguous">Classes that came twice.</param>
internal sealed record FileNames(EquatableArray<MovedFiles> Moved, EquatableArray<FileOwner> Ambiguous)
{
    public static FileNames Of(IEnumerable<FileOwner> owners)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var moved = new List<MovedFiles>();
        var ambiguous = new List<FileOwner>();
        foreach (IGrouping<FileOwner, FileOwner> owner in owners.GroupBy(owner => owner)
            .OrderBy(owner => owner.Key.Declaration, StringComparer.Ordinal).ThenBy(owner => owner.Key.Endings[0], StringComparer.Ordinal))
        {
            if (owner.Count() > 1)
            {
                ambiguous.Add(owner.Key);
                continue;
            }

            // No name of C# has a hyphen, so that the number cannot make another class's name.
            string stem = owner.Key.Stem;
            for (int number = 2; owner.Key.Endings.Any(ending => taken.Contains(stem + ending)); number++)
                stem = $"{owner.Key.Stem}-{number}";
            taken.UnionWith(owner.Key.Endings.Select(ending => stem + ending));
            if (stem != owner.Key.Stem)
                moved.Add(new MovedFiles(owner.Key, stem));
        }

        return new FileNames(moved.ToEquatableArray(), ambiguous.ToEquatableArray());
    }

    /// <summary>What the names of a class's files begin with, the same in each run.</summary>
    /// <exception cref="InvalidOperationException">Another class is declared in the same way.</exception>
    public string StemOf(FileOwner owner) => Ambiguous.Contains(owner)
        ? throw new InvalidOperationException($"two classes are declared as {owner.Declaration}")
        : Moved.FirstOrDefault(moved => moved.Owner == owner)?.Stem ?? owner.Stem;
}
