using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>A value at one element: that of a tensor, or a part of what a Map computes.</summary>
/// <param name="Tensor">The tensor, or null.</param>
/// <param name="Scope">The Map whose operands the part names, if it names any.</param>
/// <param name="Part">The part, or null for a tensor.</param>
internal readonly record struct ElementTerm(Tensor? Tensor, Map? Scope, ScalarExpression? Part);
