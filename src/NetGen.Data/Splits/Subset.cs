namespace NetGen.Data;

/// <summary>Some samples of another set, in an order of their own (PyTorch's <c>Subset</c>).</summary>
internal sealed class Subset : WrappedDataSet
{
    private readonly ReadOnlyMemory<int> indices;

    /// <param name="inner">The other set.</param>
    /// <param name="indices">Which samples; one may come more than once. They are checked already, and not copied.</param>
    public Subset(IDataSet inner, ReadOnlyMemory<int> indices)
        : base(inner) => this.indices = indices;

    public override int Count => indices.Length;

    public override int IndexInInner(int index) => indices.Span[index];

    public override void CopySamples(ReadOnlySpan<int> indices, Span<float> destination)
    {
        using var mapped = new MappedIndices(indices, this.indices.Span, Name);
        Inner.CopySamples(mapped.Span, destination);
    }

    public override void CopyTokens(ReadOnlySpan<int> indices, Span<int> destination)
    {
        using var mapped = new MappedIndices(indices, this.indices.Span, Name);
        Inner.CopyTokens(mapped.Span, destination);
    }

    public override void CopyInput(string name, ReadOnlySpan<int> indices, Span<float> destination)
    {
        using var mapped = new MappedIndices(indices, this.indices.Span, Name);
        Inner.CopyInput(name, mapped.Span, destination);
    }

    public override void CopyInput(string name, ReadOnlySpan<int> indices, Span<int> destination)
    {
        using var mapped = new MappedIndices(indices, this.indices.Span, Name);
        Inner.CopyInput(name, mapped.Span, destination);
    }

    public override void CopyLengths(string name, ReadOnlySpan<int> indices, Span<int> destination)
    {
        using var mapped = new MappedIndices(indices, this.indices.Span, Name);
        Inner.CopyLengths(name, mapped.Span, destination);
    }

    public override void CopyLabels(ReadOnlySpan<int> indices, Span<int> destination)
    {
        using var mapped = new MappedIndices(indices, this.indices.Span, Name);
        Inner.CopyLabels(mapped.Span, destination);
    }

    public override void CopyWeights(ReadOnlySpan<int> indices, Span<float> destination)
    {
        using var mapped = new MappedIndices(indices, this.indices.Span, Name);
        Inner.CopyWeights(mapped.Span, destination);
    }

    public override void CopyTargets(ReadOnlySpan<int> indices, Span<float> destination)
    {
        using var mapped = new MappedIndices(indices, this.indices.Span, Name);
        Inner.CopyTargets(mapped.Span, destination);
    }

    public override void CopyGroups(ReadOnlySpan<int> indices, Span<int> destination)
    {
        using var mapped = new MappedIndices(indices, this.indices.Span, Name);
        base.CopyGroups(mapped.Span, destination);
    }

    protected internal override WrappedDataSet Around(IDataSet inner) => new Subset(inner, indices);
}
