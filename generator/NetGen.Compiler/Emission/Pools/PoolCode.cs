using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>Prints a max-pool over values that are still in registers.</summary>
internal static class PoolCode
{
    /// <summary>
    /// The local that holds the largest of the values; where the group keeps it, also which it was. Both are noted in
    /// <paramref name="results"/>.
    /// </summary>
    /// <param name="context">The kernel, with a pool in its group.</param>
    /// <param name="dialect">The vector width.</param>
    /// <param name="window">The values of one window, in the order of its taps.</param>
    /// <param name="results">Gets the locals of the pool and of its tap.</param>
    public static void Max(KernelContext context, VectorDialect dialect, IReadOnlyList<string> window, Dictionary<Tensor, string> results)
    {
        string max = context.Fresh("max");
        Tensor? tapTensor = context.Group.Members.FirstOrDefault(m => m is MaxPoolTap);
        results[context.Group.Pool!] = max;
        if (tapTensor is null && window.Count == 4)
        {
            context.Writer.Line($"{dialect.Type} {max} = {dialect.Max(window[0], window[1], window[2], window[3])};");
            return;
        }

        context.Writer.Line($"{dialect.Type} {max} = {window[0]};");
        string tap = "";
        if (tapTensor is not null)
        {
            tap = context.Fresh("tap");
            context.Writer.Line($"{dialect.Type} {tap} = {dialect.Zero};");
            results[tapTensor] = tap;
        }

        for (int index = 1; index < window.Count; index++)
        {
            if (tapTensor is not null)
                context.Writer.Line($"{tap} = {dialect.SelectGreaterOrNaN(window[index], max, dialect.Constant(index), tap)};");
            context.Writer.Line($"{max} = {dialect.Max(max, window[index])};");
        }
    }
}
