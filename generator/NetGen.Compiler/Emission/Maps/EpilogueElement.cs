using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission;

/// <summary>Where a vector of results lies, which an epilogue knows by its row and its first column.</summary>
/// <param name="context">The kernel.</param>
/// <param name="isOfSample">Whether rows count within a sample, to which the references have been moved; else within the batch.</param>
internal class EpilogueElement(KernelContext context, bool isOfSample) : IElementPlace
{
    private readonly TensorShape space = context.Group.Space;

    public string? TailMask => null;

    public virtual IndexExpression ElementIndex => Row * space.PaddedInner + "column";

    public virtual string Sample => isOfSample ? "sample" : $"(int){SampleOfBatch}";

    /// <summary>What the Maps read besides the anchor, and what they write.</summary>
    public IReadOnlyList<Tensor> Memory { get; } = [.. context.LoadedByMaps.Concat(context.Group.Stored).Distinct()];

    /// <summary>Whether a Map asks for the batch, or for the seed of dropout.</summary>
    public bool NeedsWorkspace =>
        context.DropoutSites.Any()
        || context.Group.Maps.Any(map => map.Body.Contains(part => part is BatchSize or LabelCount));

    /// <summary>Whether the lanes of a vector are samples, and all have the same column.</summary>
    public virtual bool LanesAreSamples => false;

    /// <summary>Whether the sample is not known from the row.</summary>
    public bool NeedsSampleArgument => isOfSample && context.DropoutSites.Any();

    /// <summary>The row within its sample.</summary>
    private IndexExpression Row => space.Rows == 1 ? 0 : isOfSample ? "row" : "sampleRow";

    private string SampleOfBatch => space.Rows == 1 ? "row" : "sampleOfRow";

    /// <summary>
    /// How the library's type for dropout ends here, and the arguments that say where the masks are; null where it has none.
    /// </summary>
    public virtual (string Ending, string Arguments)? Dropout(Keep keep)
    {
        string site = context.DropoutSite(keep.Site);
        return isOfSample
            ? ("OfSample", $"Dropout.Key(workspace.DropoutSeed, {site}, sample), "
                + Literals.Integer(space.Rows == 1 ? 0 : space.PaddedInner))
            : space.Rows == 1 ? ("OfRows", $"workspace.DropoutSeed, {site}")
            : null;
    }

    /// <summary>Declares the sample and the row within it, where a row of the batch does not say enough.</summary>
    public virtual void DeclareSample()
    {
        if (isOfSample || space.Rows == 1 || !(context.ReadsPlaces || Memory.Any(tensor => !IsByRowOfBatch(tensor))))
            return;
        string rows = Literals.Integer(space.Rows);
        context.Writer.Line($"nint sampleOfRow = row / {rows}, sampleRow = row - (sampleOfRow * {rows});");
    }

    public bool Computes(Tensor tensor) => context.Group.Members.Contains(tensor);

    public virtual IndexExpression Index(Tensor tensor)
    {
        TensorShape shape = tensor.Shape;
        IndexExpression column = IsScalar(tensor) ? 0 : (IndexExpression)"column";
        return RowStride(tensor) is { } stride
            ? (IndexExpression)"row" * stride + column
            : (shape.IsBatched ? (IndexExpression)SampleOfBatch * tensor.SampleStride : 0)
                + (HasRows(tensor) ? Row * tensor.RowStride : 0) + column;
    }

    /// <summary>
    /// Floats in a tensor from one row of the kernel's result to the next. It
    /// is 0 where all rows see the same; null where that is not all.
    /// </summary>
    public virtual int? RowStride(Tensor tensor)
    {
        TensorShape shape = tensor.Shape;
        if (isOfSample)
            return HasRows(tensor) ? tensor.RowStride : 0;
        if (IsByRowOfBatch(tensor))
            return !shape.IsBatched ? 0 : space.Rows == 1 ? tensor.SampleStride : tensor.RowStride;
        return null;
    }

    public virtual bool IsScalar(Tensor tensor) => tensor.Shape.Inner == 1 && space.Inner > 1;

    /// <summary>Whether a tensor has an element for each column.</summary>
    public virtual bool IsByColumn(Tensor tensor) => tensor.Shape.Inner == space.Inner;

    /// <summary>Whether a tensor has a number for each column, which all rows share.</summary>
    public bool IsRow(Tensor tensor) => RowStride(tensor) == 0 && IsByColumn(tensor) && (LanesAreSamples || !IsScalar(tensor));

    /// <summary>Whether a tensor has a number for each row and column, and rows in equal distances, which may be 0.</summary>
    public bool IsMatrix(Tensor tensor) => !LanesAreSamples && RowStride(tensor) is not null && IsByColumn(tensor) && !IsScalar(tensor);

    public virtual string IsLabel() => throw new InvalidOperationException("labels belong to losses, which are rows");

    public string ByColumn(Dialect dialect, string reference) =>
        throw new InvalidOperationException("numbers of columns belong to losses, which are rows");

    private bool HasRows(Tensor tensor) => space.Rows > 1 && tensor.Shape.Rows == space.Rows;

    /// <summary>Whether the row of the batch says where a tensor's row is.</summary>
    private bool IsByRowOfBatch(Tensor tensor) => tensor.Shape.IsBatched
        ? space.Rows == 1 || (HasRows(tensor) && tensor.SampleStride == space.Rows * tensor.RowStride)
        : !HasRows(tensor);
}
