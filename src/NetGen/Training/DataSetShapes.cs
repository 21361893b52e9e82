namespace NetGen;

/// <summary>The sizes that the type of a data set states.</summary>
internal static class DataSetShapes
{
    /// <summary>What the first [Sample] on the type says, or null where it has none.</summary>
    public static SampleAttribute? OfType(Type type) => All(type).FirstOrDefault();

    /// <summary>What the [Sample] of an input behind the first says, or null where it has none.</summary>
    public static SampleAttribute? OfInput(Type type, string name) => All(type).Skip(1).FirstOrDefault(sample => sample.Name == name);

    /// <summary>The floats of a target; 0 where they are not stated.</summary>
    public static int SizeOfTarget(Type type)
    {
        if (Attribute.GetCustomAttribute(type, typeof(OneHotAttribute)) is OneHotAttribute oneHot)
            return oneHot.Count;
        return Attribute.GetCustomAttribute(type, typeof(TargetAttribute)) is TargetAttribute stated
            ? stated.Sizes.Aggregate(1, (size, length) => size * length)
            : 0;
    }

    /// <summary>Those of the type itself, or of the nearest one that it derives from and that states any.</summary>
    private static SampleAttribute[] All(Type type)
    {
        for (Type? ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (Attribute.GetCustomAttributes(ancestor, typeof(SampleAttribute), inherit: false) is { Length: > 0 } stated)
                return (SampleAttribute[])stated;
        }

        return [];
    }
}
