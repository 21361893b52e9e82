using NetGen.Compiler.Collections;

namespace NetGen.Compiler.Specification;

/// <summary>A block as it is written: its parameters, and its layers with their expressions unevaluated.</summary>
/// <param name="Key">The full name, which uses refer to.</param>
/// <param name="Name">The simple name.</param>
/// <param name="Container">The key of the block that this one is nested in, or "".</param>
internal sealed record BlockSpec(
    string Key, string Name, string Container, EquatableArray<BlockParameterSpec> Parameters,
        EquatableArray<ElementSpec> Elements, int Site);
