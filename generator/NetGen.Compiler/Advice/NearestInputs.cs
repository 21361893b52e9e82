using NetGen.Compiler.Collections;
using NetGen.Compiler.Language;
using NetGen.Compiler.Shaping;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Advice;

/// <summary>
/// Sizes of an input image or signal, near the stated ones, with which no window is too large, no row is left over and all
/// branches fit. Found by trying: following the shapes of a network takes microseconds.
/// </summary>
internal static class NearestInputs
{
    private const int Farthest = 64;

    /// <summary>The rules that other sizes of the input may fix.</summary>
    public static IReadOnlyList<string> Rules { get; } =
    [
        Diagnostics.Rules.WindowTooLarge.Id, Diagnostics.Rules.RowsDropped.Id, Diagnostics.Rules.ResidualShapes.Id,
        Diagnostics.Rules.SumShapes.Id, Diagnostics.Rules.ConcatShapes.Id, Diagnostics.Rules.MultiplyShapes.Id,
        Diagnostics.Rules.NothingLeft.Id,
    ];

    /// <summary>
    /// The nearest larger and the nearest smaller sizes, the nearer first; none where the input does not state sizes, or states them in
    /// another order.
    /// </summary>
    public static IReadOnlyList<(IReadOnlyList<long> Sizes, bool IsLarger)> Of(NetworkSpec spec, CancellationToken cancellation)
    {
        ElementSpec? input = spec.Elements.FirstOrDefault(element => element.Kind == "Input");
        if (input is null || input.Operands.Count > 0
            || ShapeEngine.Run(spec, AdviceList.All, cancellation).Faults.Any(fault => fault.Id == Diagnostics.Rules.InputOrder.Id))
            return [];
        List<int> positions = [.. Enumerable.Range(0, input.Arguments.Count).Where(index => input.Arguments[index].Name is null)];
        long[] sizes =
            [.. positions.Select(position => ConstantEvaluator.Evaluate(input.Arguments[position].Value, _ => null)?.Integer ?? 0)];
        if (sizes.Length is < 2 or > 3 || sizes.Any(size => size < 1))
            return [];
        var found = new List<(IReadOnlyList<long> Sizes, bool IsLarger)>();
        foreach (int direction in new[] { 1, -1 })
            if (Candidates(sizes, direction).FirstOrDefault(Fits) is { } fitting)
                found.Add((fitting, direction > 0));
        return [.. found.OrderBy(nearest => Math.Abs(nearest.Sizes[sizes.Length - 1] - sizes[sizes.Length - 1]))];

        bool Fits(long[] candidate)
        {
            cancellation.ThrowIfCancellationRequested();
            ArgumentSpec[] arguments = [.. input.Arguments];
            for (int index = 0; index < candidate.Length; index++)
                arguments[positions[index]] =
                    arguments[positions[index]] with { Value = ConstantExpression.Of(ConstantValue.Of((int)candidate[index])) };
            ElementSpec changed = input with { Arguments = arguments.ToEquatableArray() };
            NetworkSpec other =
                spec with { Elements = spec.Elements.Select(element => element == input ? changed : element).ToEquatableArray() };
            return ShapeEngine.Run(other, AdviceList.All, cancellation).Faults.All(fault => !Rules.Contains(fault.Id));
        }
    }

    /// <summary>Other sizes, the nearest first. A square stays one; the channels, which come first, stay as they are.</summary>
    private static IEnumerable<long[]> Candidates(long[] sizes, int direction)
    {
        int last = sizes.Length - 1;
        bool isSquare = sizes.Length == 3 && sizes[1] == sizes[2];
        for (int change = 1; change <= Farthest; change++)
        {
            for (int ofHeight = 0; ofHeight <= (isSquare || sizes.Length == 2 ? 0 : change); ofHeight++)
            {
                long[] candidate = [.. sizes];
                candidate[last] += direction * (change - ofHeight);
                if (sizes.Length == 3)
                    candidate[1] = isSquare ? candidate[2] : candidate[1] + (direction * ofHeight);
                if (candidate.All(size => size >= 1))
                    yield return candidate;
            }
        }
    }
}
