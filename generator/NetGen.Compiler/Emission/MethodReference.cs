using NetGen.Compiler.Graph;
using NetGen.Compiler.Memory;

namespace NetGen.Compiler.Emission;

/// <summary>A local that a kernel's method declares for a tensor.</summary>
/// <param name="Name">Its name, or that of the current sample's where the method has one for each.</param>
/// <param name="IsBatch">Whether it is the first sample's, and the method declares that of each sample itself.</param>
/// <param name="Tensor">The tensor.</param>
/// <param name="Storage">Where the tensor lies.</param>
internal sealed record MethodReference(string Name, bool IsBatch, Tensor Tensor, Storage Storage)
{
    /// <summary>The name that is declared.</summary>
    public string Declared => IsBatch ? KernelContext.Batch(Name) : Name;

    /// <summary>What gives it, an expression.</summary>
    public string Place => At(Literals.Integer(Storage.Offset));

    /// <summary>Whether all methods that declare it, declare the same.</summary>
    public bool IsInput => Storage.IsElsewhere;

    /// <summary>The same at another offset, an expression.</summary>
    public string At(string offset) =>
        "ref " + Dialect.Element("workspace." + Member(offset), Storage.Within);

    private string Member(string offset) => Storage.Kind == StorageKind.Samples ? "Input"
        : IsInput ? Storage.Kind.ToString()
        : $"{Storage.Kind}({offset})";
}
