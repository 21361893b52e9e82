namespace Lecture.Explain;

/// <summary>What the neurons of a layer see of the input: a square of it, shifted from neuron to neuron.</summary>
/// <param name="Size">The sides of the square, in pixels of the input.</param>
/// <param name="Jump">How far it is shifted from a neuron to the next.</param>
internal readonly record struct ReceptiveField(int Size, int Jump)
{
    /// <summary>A pixel of the input sees itself.</summary>
    public static ReceptiveField OfInput { get; } = new(1, 1);

    /// <summary>What neurons see that read a window of this layer: size + (window − 1) · jump, shifted by stride · jump.</summary>
    /// <param name="window">The sides of the window.</param>
    /// <param name="stride">How far it is shifted from a neuron to the next.</param>
    public ReceptiveField Through(int window, int stride) => new(Size + ((window - 1) * Jump), stride * Jump);

    /// <summary>
    /// The first row or column of the input that a neuron sees, by the neuron's own; it sees <see cref="Size"/> of them.
    /// </summary>
    public int Start(int position) => position * Jump;
}
