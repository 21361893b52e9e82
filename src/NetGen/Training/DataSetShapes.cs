namespace NetGen;

/// <summary>The sizes that the type of a data set states.</summary>
internal static class DataSetShapes
{
    /// <summary>What [Sample] on the type says, or null where it has none.</summary>
    public static SampleAttribute? OfType(Type type) => (SampleAttribute?)Attribute.GetCustomAttribute(type, typeof(SampleAttribute));

    /// <summary>The floats of a target; 0 where they are not stated.</summary>
    public static int SizeOfTarget(Type type)
    {
        if (Attribute.GetCustomAttribute(type, typeof(OneHotAttribute)) is OneHotAttribute oneHot)
            return oneHot.Count;
        return Attribute.GetCustomAttribute(type, typeof(TargetAttribute)) is TargetAttribute stated
            ? stated.Sizes.Aggregate(1, (size, length) => size * length)
            : 0;
    }
}
