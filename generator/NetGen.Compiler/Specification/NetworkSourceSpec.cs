using NetGen.Compiler.Collections;

namespace NetGen.Compiler.Specification;

/// <summary>Another network whose output is an input.</summary>
/// <param name="Key">Its full name, behind the assembly's where that is another.</param>
/// <param name="Elements">Its attributes, or none where another assembly has it.</param>
internal sealed record NetworkSourceSpec(string Key, EquatableArray<ElementSpec> Elements)
{
    /// <summary>The sizes that it gives, as its assembly states them; none where its elements say so.</summary>
    public EquatableArray<long> Output { get; init; }

    /// <summary>Whether two of them are channels and length.</summary>
    public bool IsSignal { get; init; }
}
