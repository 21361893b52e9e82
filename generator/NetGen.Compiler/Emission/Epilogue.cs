using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>Prints the Maps behind an anchor for one vector of its result, and the stores.</summary>
internal static class Epilogue
{
    /// <param name="context">The kernel.</param>
    /// <param name="dialect">The width of the vector.</param>
    /// <param name="values">The anchor's results in locals.</param>
    /// <param name="place">Where the vector lies in the result.</param>
    public static void Emit(
        KernelContext context, VectorDialect dialect, IReadOnlyDictionary<Tensor, string> values, EpiloguePlace place)
    {
        var emitter = new ElementEmitter(context, dialect, place);
        foreach (KeyValuePair<Tensor, string> pair in values)
            emitter.Set(pair.Key, pair.Value);
        foreach (Tensor stored in context.Group.Stored)
            emitter.Store(stored);
    }
}

/// <summary>A vector of an anchor's result: a row of the sample, a place in the row.</summary>
/// <param name="space">The result's shape.</param>
/// <param name="group">The members that the group computes itself.</param>
/// <param name="row">The row within the sample.</param>
/// <param name="inner">The place within the row.</param>
/// <param name="sample">The sample, as an expression.</param>
/// <param name="samplesAhead">How many samples lie between the declared references and this vector.</param>
internal sealed class EpiloguePlace(
    TensorShape space, IReadOnlyList<Tensor> group, IndexExpression row, IndexExpression inner, string sample, int samplesAhead = 0)
    : IElementPlace
{
    public string? TailMask => null;

    public IndexExpression InnerIndex => inner;

    public IndexExpression ElementIndex => row * space.PaddedInner + inner;

    public string Sample => sample;

    public string Label => $"workspace.Labels[({sample}) * {Literals.Integer(space.Rows)} + {row}]";

    /// <summary>The place so many floats further along the row.</summary>
    public EpiloguePlace Shifted(int floats) => new(space, group, row, inner + floats, sample, samplesAhead);

    public bool Computes(Tensor tensor) => group.Contains(tensor);

    public IndexExpression Index(Tensor tensor)
    {
        TensorShape shape = tensor.Shape;
        IndexExpression index = IsScalar(tensor) ? 0 : inner;
        if (shape.Rows == space.Rows)
            index += row * shape.PaddedInner;
        return shape.IsBatched ? index + (samplesAhead * shape.SampleStride) : index;
    }

    public bool IsScalar(Tensor tensor) => tensor.Shape.Inner == 1 && space.Inner > 1;
}
