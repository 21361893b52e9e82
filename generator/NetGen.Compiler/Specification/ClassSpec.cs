using NetGen.Compiler.Collections;

namespace NetGen.Compiler.Specification;

/// <summary>The user's class, as the emitted part of it must repeat it.</summary>
/// <param name="Namespace">The full namespace, or "" for the global one.</param>
/// <param name="ContainingTypes">Declarations from the outermost in, each as it is repeated: "partial class Outer&lt;T&gt;".</param>
/// <param name="Name">The simple name.</param>
/// <param name="Accessibility">"public", "internal", …, or "" where the class states none.</param>
/// <param name="MemberNames">Names that the class and its base have, so that emitted members avoid them.</param>
internal sealed record ClassSpec(
    string Namespace, EquatableArray<string> ContainingTypes, string Name, string Accessibility, EquatableArray<string> MemberNames)
{
    /// <summary>The name as C# writes it: with an @ before a keyword.</summary>
    public string Identifier { get; init; } = Name;

    /// <summary>Members of the emitted part that the class has too, by their names in metadata; each is reported.</summary>
    public EquatableArray<string> Collisions { get; init; }

    /// <summary>Short names of emitted files that the class, or what is around it, has for something else.</summary>
    public EquatableArray<string> TakenShortNames { get; init; }

    /// <summary>What the emitted files are called, without their endings.</summary>
    public string FileName => FullName.Replace("@", "");

    /// <summary>The name from the global namespace on, as file names and messages say it: "Demo.Outer.MnistCnn".</summary>
    public string FullName
    {
        get
        {
            var names = ContainingTypes.Select(
                declaration => declaration.Substring(declaration.LastIndexOf(' ') + 1).TrimStart('@')).ToList();
            if (Namespace.Length > 0)
                names.Insert(0, Namespace);
            names.Add(Name);
            return string.Join(".", names);
        }
    }
}
