using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Advice;

/// <summary>What advice must know of layers.</summary>
internal static class LayerKinds
{
    public static bool IsActivation(Layer layer) => layer is Activation or PReLU;

    /// <summary>Whether values go through unchanged but for their order, or for being left out in training.</summary>
    public static bool PassesValues(Layer layer) => layer is Identity or Dropout or Flatten or Reshape or Transpose;

    /// <summary>The nearest layer before this one that does something to values, or null.</summary>
    public static PathStep? Before(this PathStep step) => step.Previous.Effective();

    /// <summary>This layer, or the nearest one before it, that does something to values; null at the path's beginning.</summary>
    public static PathStep? Effective(this PathStep? step)
    {
        while (step is not null && PassesValues(step.Layer))
            step = step.Previous;
        return step;
    }
}
