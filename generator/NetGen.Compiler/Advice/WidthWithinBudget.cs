using NetGen.Compiler.Collections;
using NetGen.Compiler.Diagnostics;
using NetGen.Compiler.Language;
using NetGen.Compiler.Shaping;
using NetGen.Compiler.Specification;

namespace NetGen.Compiler.Advice;

/// <summary>
/// The layer of a network whose width must be narrowed least, by its share, for the network to keep its budget of parameters
/// and multiply-adds. Found by trying. The last width stays: it is what the network gives.
/// </summary>
internal static class WidthWithinBudget
{
    private static readonly string[] LayersWithWidth = ["Linear", "Conv2d"];

    // A layer that keeps less of its width is another network, which its author must think of.
    private const int LargestCut = 10;

    /// <summary>The layer and its new width, or null where narrowing a single layer gives no valid network.</summary>
    public static (ElementSpec Layer, long Width)? Of(NetworkSpec spec, CancellationToken cancellation)
    {
        List<ElementSpec> wide = [.. spec.Elements.Where(
            element => element.Block.Length == 0 && LayersWithWidth.Contains(element.Kind) && WidthOf(element) > 0)];
        (ElementSpec Layer, long Width)? best = null;
        foreach (ElementSpec layer in wide.Take(wide.Count - 1))
        {
            // A width that fails at 1 has no place for the search; each greater one costs more.
            long fitting = 0, tooWide = WidthOf(layer);
            while (tooWide - fitting > 1)
            {
                cancellation.ThrowIfCancellationRequested();
                long middle = fitting + ((tooWide - fitting) / 2);
                if (Fits(layer, middle))
                    fitting = middle;
                else
                    tooWide = middle;
            }

            if (fitting > 0 && fitting >= WidthOf(layer) / LargestCut
                && (best is not { } known || (double)fitting / WidthOf(layer) > (double)known.Width / WidthOf(known.Layer)))
                best = (layer, fitting);
        }

        return best;

        bool Fits(ElementSpec layer, long width)
        {
            ArgumentSpec[] arguments = [.. layer.Arguments];
            arguments[0] = arguments[0] with { Value = ConstantExpression.Of(ConstantValue.Of((int)width)) };
            ElementSpec changed = layer with { Arguments = arguments.ToEquatableArray() };
            NetworkSpec other = spec with
                { Elements = spec.Elements.Select(element => ReferenceEquals(element, layer) ? changed : element).ToEquatableArray() };
            return ShapeEngine.Run(other, AdviceList.All, cancellation)
                .Faults.All(fault => Rules.Of(fault.Id).Severity != RuleSeverity.Error);
        }
    }

    /// <summary>The width that a layer states as its first argument, or 0.</summary>
    private static long WidthOf(ElementSpec layer)
    {
        if (layer.Arguments.Count == 0 || layer.Arguments[0].Name is not null)
            return 0;
        try
        {
            return ConstantEvaluator.Evaluate(layer.Arguments[0].Value, _ => null) is { IsInteger: true } width ? width.Integer : 0;
        }
        catch (ConstantException)
        {
            return 0;
        }
    }
}
