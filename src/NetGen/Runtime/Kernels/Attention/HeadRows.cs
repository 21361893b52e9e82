using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>
/// Rows of one head in memory of the kernel, so that each begins at a vector and ends with zeros: it lies apart from other heads, whose
/// columns stand beside it.
/// </summary>
internal static class HeadRows
{
    /// <summary>Copies rows, times a factor. A row whose mask is 0 becomes 0, whatever it holds.</summary>
    /// <param name="source">The head in the first row.</param>
    /// <param name="sourceStride">Floats from one row to the next.</param>
    /// <param name="rows">How many there are.</param>
    /// <param name="features">Features of the head.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="mask">The mask of the first row; a null reference where all rows count.</param>
    /// <param name="packed">Gets the rows.</param>
    /// <param name="width">Floats from one row there to the next: the features, filled up to whole vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Pack<S, V>(
        ref float source, int sourceStride, int rows, int features, float factor, ref float mask, ref float packed, int width)
        where S : ISimd<V>
        where V : struct
    {
        bool isMasked = !Unsafe.IsNullRef(ref mask);
        int whole = features / S.Lanes * S.Lanes;
        V factors = S.Create(factor);
        for (int row = 0; row < rows; row++)
        {
            if (isMasked && Unsafe.Add(ref mask, row) == 0)
            {
                for (int i = 0; i < width; i += S.Lanes)
                    S.Store(S.Zero, ref Unsafe.Add(ref packed, i));
            }
            else
            {
                for (int i = 0; i < whole; i += S.Lanes)
                    S.Store(S.Multiply(S.Load(ref Unsafe.Add(ref source, i)), factors), ref Unsafe.Add(ref packed, i));
                for (int i = whole; i < width; i++)
                    Unsafe.Add(ref packed, i) = i < features ? Unsafe.Add(ref source, i) * factor : 0;
            }

            source = ref Unsafe.Add(ref source, sourceStride);
            packed = ref Unsafe.Add(ref packed, width);
        }
    }

    /// <summary>Copies rows back between other heads, times a factor.</summary>
    /// <inheritdoc cref="Pack"/>
    /// <param name="destination">The head in the first row.</param>
    /// <param name="stride">Floats from one row to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Unpack<S, V>(
        ref float packed, int width, int rows, int features, float factor, ref float destination, int stride)
        where S : ISimd<V>
        where V : struct
    {
        for (int row = 0; row < rows; row++)
        {
            Unpack<S, V>(ref packed, features, factor, ref destination);
            packed = ref Unsafe.Add(ref packed, width);
            destination = ref Unsafe.Add(ref destination, stride);
        }
    }

    /// <summary>The same for one row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Unpack<S, V>(ref float packed, int features, float factor, ref float destination)
        where S : ISimd<V>
        where V : struct
    {
        int whole = features / S.Lanes * S.Lanes;
        V factors = S.Create(factor);
        for (int i = 0; i < whole; i += S.Lanes)
            S.Store(S.Multiply(S.Load(ref Unsafe.Add(ref packed, i)), factors), ref Unsafe.Add(ref destination, i));
        for (int i = whole; i < features; i++)
            Unsafe.Add(ref destination, i) = Unsafe.Add(ref packed, i) * factor;
    }

    /// <summary>The transpose of packed rows in panels of <see cref="Products.PanelColumns"/> rows: panel[feature, row].</summary>
    public static void Transpose(ref float packed, int width, int rows, int features, ref float panels)
    {
        for (int row = 0; row < rows; row += Products.PanelColumns)
            Panel.Fill(
                ref Unsafe.Add(ref packed, (nint)row * width), width, Math.Min(Products.PanelColumns, rows - row), features,
                ref Unsafe.Add(ref panels, (nint)row * features), Products.PanelColumns);
    }
}
