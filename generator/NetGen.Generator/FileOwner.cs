using NetGen.Compiler.Collections;
using NetGen.Compiler.Emission;
using NetGen.Compiler.Specification;

namespace NetGen.Generator;

/// <summary>A class for which files are emitted, and what they are called where no other class's are called the same.</summary>
/// <param name="Declaration">
/// The class by its declarations from the namespace in, which no two classes share: "Demo/partial class Outer/MnistCnn".
/// </param>
/// <param name="Stem">What its files' names begin with: "Demo.Outer.MnistCnn".</param>
/// <param name="Endings">What each of the names may end with.</param>
internal sealed record FileOwner(string Declaration, string Stem, EquatableArray<string> Endings)
{
    /// <summary>The files of a network: what a caller sees, and the kernels of each vector width.</summary>
    public static FileOwner OfNetwork(ClassSpec network) => Of(network, ClassEmitter.FileEndings.ToEquatableArray());

    /// <summary>One further part of a block.</summary>
    /// <param name="space">The block's namespace.</param>
    /// <param name="containers">The declarations around it, the outermost first.</param>
    /// <param name="name">Its own name.</param>
    /// <param name="ending">".Block.g.cs", for example.</param>
    public static FileOwner OfBlock(string space, EquatableArray<string> containers, string name, string ending) =>
        Of(new ClassSpec(space, containers, name, "", default), EquatableArray.Of(ending));

    private static FileOwner Of(ClassSpec type, EquatableArray<string> endings) =>
        new(string.Join("/", [type.Namespace, .. type.ContainingTypes, type.Name]), type.FileName, endings);
}
