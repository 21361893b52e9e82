using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Scheduling;

/// <summary>How much Maps compute for one vector: a kernel inlines what is short for each vector of a tile.</summary>
internal static class OperationCount
{
    /// <summary>The JIT inlines some hundred calls into a method, and a tile has 24 vectors.</summary>
    private const int MostInlined = 6;

    /// <summary>About as many as an exponential or dropout's mask takes.</summary>
    private const int OfFunction = 15;

    /// <summary>So many operations are inlined into one method.</summary>
    private const int OfMethod = 80;

    /// <summary>Whether they take too many operations to be inlined for each vector of a tile.</summary>
    public static bool IsLong(IEnumerable<Map> maps) => Of(maps) > MostInlined;

    /// <summary>For how many vectors a method can have them inlined.</summary>
    public static int Copies(IEnumerable<Map> maps, int most) => Math.Max(1, Math.Min(most, OfMethod / Math.Max(1, Of(maps))));

    private static int Of(IEnumerable<Map> maps) => maps.Sum(map => Of(map.Body));

    private static int Of(ScalarExpression body)
    {
        int operations = 0;
        body.Contains(part =>
        {
            operations += part switch
            {
                Drawn or Call { Function.IsCheap: false }
                    or Unary { Operator: not (UnaryOperator.Negate or UnaryOperator.Abs or UnaryOperator.Sqrt) } => OfFunction,
                Constant or Operand => 0,
                _ => 1,
            };
            return false;
        });
        return operations;
    }
}
