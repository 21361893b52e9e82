namespace NetGen;

/// <summary>The sizes that a data set states: by its type, or for arrays by the set itself.</summary>
internal static class DataSetShapes
{
    /// <summary>The sizes of a sample, channels first; empty where none are stated.</summary>
    public static ReadOnlySpan<int> OfSample(IDataSet data) => data is ArrayDataSet arrays
        ? arrays.Shape
        : Attribute.GetCustomAttribute(data.GetType(), typeof(SampleAttribute)) is SampleAttribute stated ? stated.Sizes : [];

    /// <summary>The floats of a target; 0 where they are not stated.</summary>
    public static int SizeOfTarget(IDataSet data)
    {
        if (data is ArrayDataSet arrays)
            return arrays.TargetSize;
        if (Attribute.GetCustomAttribute(data.GetType(), typeof(OneHotAttribute)) is OneHotAttribute oneHot)
            return oneHot.Count;
        return Attribute.GetCustomAttribute(data.GetType(), typeof(TargetAttribute)) is TargetAttribute stated
            ? stated.Sizes.Aggregate(1, (size, length) => size * length)
            : 0;
    }
}
