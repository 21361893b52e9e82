using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Rewrites;

/// <summary>
/// Moves a max-pool before the bias and the activation that feed it: max(f(x + b)) = f(max(x) + b) for every monotone
/// f. The pool then follows its convolution directly, and the activation has a fraction of the work.
/// Runs before differentiation, on a forward pass only.
/// </summary>
internal static class HoistedPools
{
    public static void Apply(Program program)
    {
        foreach (MaxPool pool in program.Nodes.OfType<MaxPool>().ToArray())
            for (MaxPool? moved = pool; moved is not null;)
                moved = Exchange(program, moved);
        program.Sort();
    }

    /// <summary>The hoisted pool, or null where it stays.</summary>
    private static MaxPool? Exchange(Program program, MaxPool pool)
    {
        if (pool.Operands[0] is not Map map || !Commutes(map) || program.UsersOf(map).Count > 1 || program.IsResult(map))
            return null;
        var first = program.Add(new MaxPool(pool.Origin, map.Operands[0], pool.Height, pool.Width));
        Tensor after = Map.Of(map.Origin, map.Body, pool.Shape, [first, .. map.Operands.Skip(1)]);
        program.ReplaceUses(pool, after);
        program.ReplaceUses(map, after);
        return first;
    }

    /// <summary>Whether the Map is x + bias by channel, or a monotone function of x.</summary>
    private static bool Commutes(Map map) => map.Body switch
    {
        Call { Function.IsMonotone: true, Argument: Operand } => map.Operands.Count == 1,
        Binary { Operator: BinaryOperator.Add, Left: Operand { Index: 0 }, Right: Operand { Index: 1 } } =>
            map.Operands[0].Shape.Equals(map.Shape)
            && !map.Operands[1].Shape.IsBatched && map.Operands[1].Shape.Rows == 1,
        _ => false,
    };
}
