using System.Runtime.CompilerServices;
using NetGen.Runtime;

namespace NetGen;

/// <summary>A rule over a range of floats, at a vector width.</summary>
internal readonly ref struct UpdateOfRange<TRule> : IWidthVisitor
    where TRule : struct, IUpdateRule, allows ref struct
{
    private readonly TRule rule;
    private readonly int lanes;
    private readonly int begin;
    private readonly int end;

    private UpdateOfRange(TRule rule, int lanes, int begin, int end)
    {
        this.rule = rule;
        (this.lanes, this.begin, this.end) = (lanes, begin, end);
    }

    /// <summary>Runs a rule over the floats [begin, end), both multiples of 16.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="lanes">The vector width.</param>
    /// <param name="begin">The first float.</param>
    /// <param name="end">The float after the last.</param>
    public static void Run(TRule rule, int lanes, int begin, int end)
    {
        var update = new UpdateOfRange<TRule>(rule, lanes, begin, end);
        VectorWidth.Visit(ref update);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Visit<S, V>()
        where S : ISimd<V>
        where V : struct
    {
        if (S.Lanes != lanes)
            return false;
        Run<S, V>(rule, begin, end);
        return true;
    }

    // Optimised from the first call on: a short training has few steps. Not inlined: loops of other widths are not compiled.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Run<S, V>(TRule rule, int begin, int end)
        where S : ISimd<V>
        where V : struct
    {
        for (int i = begin; i < end; i += S.Lanes)
            rule.Update<S, V>((nuint)i);
    }
}
