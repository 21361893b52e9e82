using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Advice;

/// <summary>Queries of the path before a layer, for advice.</summary>
internal static class PathStepExtensions
{
    /// <summary>The nearest layer before this one that does something to values, or null.</summary>
    public static PathStep? Before(this PathStep step) => step.Previous.Effective();

    /// <summary>This layer, or the nearest one before it, that does something to values; null at the path's beginning.</summary>
    public static PathStep? Effective(this PathStep? step)
    {
        while (step is { Layer.PassesValues: true })
            step = step.Previous;
        return step;
    }
}
