using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>
/// Sees what a kernel computes at one element as one expression. It opens a
/// Map's operands that the kernel computes too as it meets them.
/// </summary>
/// <param name="context">The kernel.</param>
internal sealed class ElementTerms(KernelContext context)
{
    private readonly HashSet<Tensor> members = [.. context.Group.Members];
    private readonly Dictionary<Map, ScalarExpression> bodies = [];

    /// <summary>Whether the kernel computes the tensor, and does not load it.</summary>
    public bool IsComputed(Tensor tensor) => members.Contains(tensor) || !context.HasReference(tensor);

    /// <summary>A tensor's value. A Map that passes an operand on is that operand.</summary>
    public ElementTerm Of(Tensor tensor)
    {
        while (tensor is Map map && IsComputed(map) && Body(map) is Operand operand)
            tensor = map.Operands[operand.Index];
        return new(tensor, null, null);
    }

    /// <summary>A part of what a Map computes.</summary>
    public ElementTerm Of(Map? scope, ScalarExpression part) => part is Operand operand
        ? Of(scope!.Operands[operand.Index])
        : new(null, part.Contains(inner => inner is Operand) ? scope : null, part);

    /// <summary>
    /// What a term computes, with the Map whose operands it names. It is null for what lies in memory, and for what is no Map's.
    /// </summary>
    public (Map? Scope, ScalarExpression Part)? Opened(ElementTerm term) => term switch
    {
        { Part: { } part } => (term.Scope, part),
        { Tensor: Map map } when IsComputed(map) => (map, Body(map)),
        _ => null,
    };

    private ScalarExpression Body(Map map)
    {
        if (!bodies.TryGetValue(map, out ScalarExpression? body))
            bodies.Add(map, body = map.Body.WithoutCalls());
        return body;
    }
}
