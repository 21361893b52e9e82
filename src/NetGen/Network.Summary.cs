namespace NetGen;

public abstract partial class Network
{
    /// <summary>A table of the layers: kind, output shape, parameters and multiply-adds of one sample, and the totals.</summary>
    public string Summary() => NetworkSummary.Of(Description);
}
