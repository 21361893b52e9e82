using NetGen.Compiler.Language;

namespace NetGen.Compiler.Specification;

/// <summary>An argument: <paramref name="Name"/> is null where it is known by its position alone.</summary>
internal sealed record ArgumentSpec(string? Name, ConstantExpression Value, int Site);
