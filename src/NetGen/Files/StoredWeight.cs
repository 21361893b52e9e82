namespace NetGen;

/// <summary>A tensor of a file under the network's name.</summary>
/// <param name="Entry">The tensor, with the file's name.</param>
/// <param name="Name">The network's name.</param>
/// <param name="Transform">What becomes of it before it is loaded.</param>
internal sealed record StoredWeight(SafetensorsEntry Entry, string Name, WeightTransform Transform)
{
    /// <summary>Whether these are numbers that a network may have: no masks and positions, and not empty.</summary>
    public bool IsWeight => !Entry.IsWhole && Entry.Count > 0;

    /// <summary>Whether it is a matrix that is transposed; a vector stays as it is.</summary>
    private bool IsTransposed => Transform.HasFlag(WeightTransform.Transpose) && Entry.Shape.Length > 1;

    /// <summary>
    /// Why the tensor is not this one of the network, or null where it is. Leading axes of 1 are ignored: a ViT's class token
    /// [1, 1, features] is a row of features.
    /// </summary>
    public string? MisfitTo(Parameter tensor)
    {
        if (IsTransposed && Matrix(Entry.Shape) is null)
            return $"'{Entry.Name}' is {ShapeText(Entry.Shape)} in the file; {WeightTransform.Transpose} expects a matrix or a vector";
        int[] shape = IsTransposed ? [.. Matrix(Entry.Shape)!.Reverse()] : Entry.Shape;
        if (!WithoutLeadingOnes(shape).SequenceEqual(WithoutLeadingOnes(tensor.Shape.ToArray()))
            && !(Transform.HasFlag(WeightTransform.FirstRows) && HasMoreRows(shape, tensor)))
            return $"'{Entry.Name}' is {ShapeText(Entry.Shape)} in the file and {InNetwork(tensor)}{Hint(shape, tensor)}";
        if (Entry.IsWhole && !(tensor.IsBatchCounter && Entry.IsRead))
            return $"'{Entry.Name}' holds whole numbers ({Entry.Type}) in the file and floats in the network";
        return Entry.IsRead ? null : $"'{Entry.Name}' is of the type {Entry.Type} in the file; F32, F64, F16 and BF16 are read";
    }

    /// <summary>The values of a tensor that it fits, row-major.</summary>
    public float[] Read(SafetensorsReader reader, Parameter tensor)
    {
        if (!IsTransposed)
            return reader.ReadValues(Entry, tensor.Count);
        float[] stored = reader.ReadValues(Entry, Entry.Count);
        float[] values = new float[tensor.Count];
        int[] sizes = Matrix(Entry.Shape)!;
        (int columns, int storedColumns) = (sizes[0], sizes[1]);
        for (int i = 0; i < values.Length; i++)
            values[i] = stored[(i % columns * storedColumns) + (i / columns)];
        return values;
    }

    private static string ShapeText(ReadOnlySpan<int> shape) => Runtime.ShapeText.Of(shape);

    private static ReadOnlySpan<int> WithoutLeadingOnes(ReadOnlySpan<int> shape) => shape.TrimStart(1);

    private static int[]? Matrix(int[] shape)
    {
        int extra = Math.Max(0, shape.Length - 2);
        return shape.Length >= 2 && shape.Take(extra).All(size => size == 1) ? shape[extra..] : null;
    }

    private static bool HasMoreRows(int[] shape, Parameter tensor)
    {
        ReadOnlySpan<int> wanted = tensor.Shape;
        int extra = Math.Max(0, shape.Length - wanted.Length);
        ReadOnlySpan<int> rows = shape.AsSpan(extra);
        return shape.Take(extra).All(size => size == 1) && rows.Length == wanted.Length && wanted.Length > 1
            && rows[0] > wanted[0] && rows[1..].SequenceEqual(wanted[1..]);
    }

    private string InNetwork(Parameter tensor) =>
        $"{(tensor.Name == Entry.Name ? "" : $"'{tensor.Name}' ")}{ShapeText(tensor.Shape)} in the network";

    /// <summary>The transform that makes it fit.</summary>
    private string Hint(int[] shape, Parameter tensor)
    {
        if (!IsTransposed && Matrix(shape) is { } matrix && tensor.Shape.SequenceEqual([matrix[1], matrix[0]]))
            return $", its transpose: {nameof(WeightTransform)}.{WeightTransform.Transpose} loads it";
        return HasMoreRows(shape, tensor)
            ? $"; {nameof(WeightTransform)}.{WeightTransform.FirstRows} loads the first {tensor.Shape[0]} rows, where rows are positions"
            : "";
    }
}
