namespace NetGen.Runtime;

/// <summary>What a recurrent layer does in a step with a few units of one sample, when the products are done; and its gradient.</summary>
/// <remarks>
/// Gates of a row lie <c>stride</c> floats apart, in PyTorch's order. <c>saved</c> are values of the step that the gradient reads.
/// </remarks>
/// <typeparam name="S">The vector width.</typeparam>
/// <typeparam name="V">A vector of floats.</typeparam>
[CLSCompliant(false)]
public interface IRecurrentCell<S, V>
    where S : ISimd<V>
    where V : struct
{
    /// <summary>Gates of a unit.</summary>
    static abstract int Gates { get; }

    /// <summary>Values of a unit that the gradient reads.</summary>
    static abstract int Saved { get; }

    /// <summary>The saved value that is the cell's state; -1 where the cell has no state beside the layer's.</summary>
    static abstract int SavedCell { get; }

    /// <summary>Whether the gates' gradients by the step's input and by the state differ.</summary>
    static abstract bool HasHiddenGradient { get; }

    /// <summary>The next state of as many units as a vector has lanes.</summary>
    /// <param name="input">The products of the step's input, bias included.</param>
    /// <param name="stride">Floats from one gate to the next, of the input, the bias and what is saved.</param>
    /// <param name="sums">The products of the state.</param>
    /// <param name="sumStride">Floats from one gate to the next.</param>
    /// <param name="bias">What is added to those; a null reference where nothing is.</param>
    /// <param name="state">The state.</param>
    /// <param name="cell">The cell's state, which becomes the next one; of cells that have one.</param>
    /// <param name="next">Gets the next state.</param>
    /// <param name="saved">Gets what the gradient reads; a null reference where no one does.</param>
    static abstract void Next(
        ref float input, int stride, ref float sums, int sumStride, ref float bias, ref float state, ref float cell, ref float next,
        ref float saved);

    /// <summary>The gradients of as many units.</summary>
    /// <param name="saved">What <see cref="Next"/> saved.</param>
    /// <param name="stride">Floats from one gate to the next.</param>
    /// <param name="state">The state before the step, where <see cref="HasHiddenGradient"/>.</param>
    /// <param name="cell">The cell's state before the step; a null reference where it was 0.</param>
    /// <param name="gradient">
    /// The gradient by the next state; becomes what of the gradient by the state does not come through the gates.
    /// </param>
    /// <param name="cellGradient">The gradient by the cell's next state; becomes that by its state.</param>
    /// <param name="gates">Gets the gradients by the gates' sums.</param>
    /// <param name="hidden">Gets those by the products of the state, where <see cref="HasHiddenGradient"/>.</param>
    static abstract void Gradient(
        ref float saved, int stride, ref float state, ref float cell, ref float gradient, ref float cellGradient, ref float gates,
        ref float hidden);
}
