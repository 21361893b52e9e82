using NetGen.Runtime;

namespace NetGen;

/// <summary>A tensor of a file under the network's name.</summary>
/// <param name="Entry">The tensor, with the file's name.</param>
/// <param name="Name">The network's name.</param>
/// <param name="Transform">What becomes of it before it is loaded.</param>
/// <param name="Line">The line of the table that gave the name, or −1.</param>
internal sealed record StoredWeight(SafetensorsEntry Entry, string Name, WeightTransform Transform, int Line)
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
        if (Rows(tensor.Shape.Length, out int[] shape) is { } reason)
            return reason;
        if (!WithoutLeadingOnes(shape).SequenceEqual(WithoutLeadingOnes(tensor.Shape))
            && !(Transform.HasFlag(WeightTransform.FirstRows) && HasMoreRows(shape, tensor)))
            return $"'{Entry.Name}' is {ShapeText.Of(Entry.Shape)} in the file and {InNetwork(tensor)}{Hint(shape, tensor)}";
        return TypeMisfitTo(tensor);
    }

    /// <summary>Why the type of the tensor is not the network's, or null where it is.</summary>
    public string? TypeMisfitTo(Parameter tensor)
    {
        if (Entry.IsWhole && !(tensor.IsBatchCounter && Entry.IsRead))
            return $"'{Entry.Name}' holds whole numbers ({Entry.Type}) in the file and floats in the network";
        return Entry.IsRead ? null : $"'{Entry.Name}' is of the type {Entry.Type} in the file; F32, F64, F16 and BF16 are read";
    }

    /// <summary>Its shape once it is transposed, without leading axes of 1 beyond so many axes; gives why there is none, or null.</summary>
    public string? Rows(int rank, out int[] shape)
    {
        shape = Entry.Shape;
        if (IsTransposed)
        {
            int extra = Entry.Shape.Length - 2;
            if (Entry.Shape.Take(extra).Any(size => size != 1))
                return $"'{Entry.Name}' is {ShapeText.Of(Entry.Shape)} in the file; {WeightTransform.Transpose} expects a matrix or vector";
            shape = [Entry.Shape[extra + 1], Entry.Shape[extra]];
        }

        while (shape.Length > rank && shape[0] == 1)
            shape = shape[1..];
        return null;
    }

    /// <summary>The first values of the tensor, row-major once it is transposed.</summary>
    public float[] Read(SafetensorsReader reader, int count)
    {
        if (!IsTransposed)
            return reader.ReadValues(Entry, count);
        float[] stored = reader.ReadValues(Entry, Entry.Count);
        float[] values = new float[count];
        (int columns, int rows) = (Entry.Shape[^2], Entry.Shape[^1]);
        for (int i = 0; i < values.Length; i++)
            values[i] = stored[(i % columns * rows) + (i / columns)];
        return values;
    }

    private static ReadOnlySpan<int> WithoutLeadingOnes(ReadOnlySpan<int> shape) => shape.TrimStart(1);

    private static bool HasMoreRows(int[] shape, Parameter tensor)
    {
        ReadOnlySpan<int> wanted = tensor.Shape;
        return shape.Length == wanted.Length && wanted.Length > 1 && shape[0] > wanted[0] && shape.AsSpan(1).SequenceEqual(wanted[1..]);
    }

    private string InNetwork(Parameter tensor) =>
        $"{(tensor.Name == Entry.Name ? "" : $"'{tensor.Name}' ")}{ShapeText.Of(tensor.Shape)} in the network";

    /// <summary>The transform that makes it fit.</summary>
    private string Hint(int[] shape, Parameter tensor)
    {
        if (!IsTransposed && shape.Length == 2 && tensor.Shape.SequenceEqual([shape[1], shape[0]]))
            return $", its transpose: {nameof(WeightTransform)}.{WeightTransform.Transpose} loads it";
        return HasMoreRows(shape, tensor)
            ? $"; {nameof(WeightTransform)}.{WeightTransform.FirstRows} loads the first {tensor.Shape[0]} rows, where rows are positions"
            : "";
    }
}
