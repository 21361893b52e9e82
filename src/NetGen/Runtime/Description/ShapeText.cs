namespace NetGen.Runtime;

/// <summary>Shapes as messages and tables show them.</summary>
internal static class ShapeText
{
    /// <summary>A shape in brackets, such as [64, 12, 12].</summary>
    public static string Of(ReadOnlySpan<int> shape)
    {
        string[] sizes = new string[shape.Length];
        for (int axis = 0; axis < shape.Length; axis++)
            sizes[axis] = shape[axis].ToString();
        return $"[{string.Join(", ", sizes)}]";
    }

    /// <summary>The shape of a batch in brackets, such as [batch, 64, 12, 12].</summary>
    public static string OfBatch(ReadOnlySpan<int> shape) => shape.Length == 0 ? "[batch]" : $"[batch, {Of(shape)[1..]}";

    /// <summary>A tensor span's lengths in brackets.</summary>
    public static string Of(ReadOnlySpan<nint> shape)
    {
        string[] sizes = new string[shape.Length];
        for (int axis = 0; axis < shape.Length; axis++)
            sizes[axis] = shape[axis].ToString();
        return $"[{string.Join(", ", sizes)}]";
    }
}
