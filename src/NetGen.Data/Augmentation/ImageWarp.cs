using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.Data;

/// <summary>Resamples images by a map of positions, bilinearly; its buffers are reused.</summary>
internal sealed class ImageWarp
{
    private const int Lanes = 8;

    private readonly int channels;
    private readonly int height;
    private readonly int width;
    private readonly int stride;
    private readonly float? fill;
    private readonly float[] source;
    private readonly int[] offsets;
    private readonly float[] partsX;
    private readonly float[] partsY;
    private readonly ElasticField? elastic;
    private readonly float[] shiftsX;
    private readonly float[] shiftsY;

    /// <summary>Allocates for images of one size.</summary>
    /// <param name="channels">The number of channels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="fill">The value outside of the source; null repeats the nearest pixel.</param>
    /// <param name="elastic">Draws displacements; null for none.</param>
    public ImageWarp(int channels, int height, int width, float? fill, ElasticField? elastic)
    {
        (this.channels, this.height, this.width, this.fill, this.elastic) = (channels, height, width, fill, elastic);

        // One pixel before and two behind each side, so that the four neighbours of each position from -1 to the width exist.
        stride = width + 3;
        source = new float[channels * (height + 3) * stride];
        offsets = new int[width + Lanes];
        partsX = new float[width + Lanes];
        partsY = new float[width + Lanes];
        shiftsX = elastic is null ? [] : new float[height * elastic.Stride];
        shiftsY = elastic is null ? [] : new float[height * elastic.Stride];
    }

    /// <summary>Resamples an image in place.</summary>
    /// <param name="image">[channels, height, width].</param>
    /// <param name="map">From positions of the result to positions of the source.</param>
    /// <param name="elasticKey">Which displacements are added, where there are any.</param>
    public void Apply(Span<float> image, in AffineMap map, ulong elasticKey)
    {
        CopyWithBorder(image);
        if (elastic is null && map.IsWhole)
        {
            Move(image, map);
            return;
        }

        if (elastic is not null)
        {
            elastic.Draw((uint)elasticKey, shiftsX);
            elastic.Draw((uint)(elasticKey >> 32), shiftsY);
        }

        for (int y = 0; y < height; y++)
        {
            FindPositions(y, map);
            for (int channel = 0; channel < channels; channel++)
                Interpolate(channel, image.Slice(((channel * height) + y) * width, width));
        }
    }

    /// <summary>The offset of a pixel; -1 and the sizes are the border.</summary>
    private int Offset(int channel, int y, int x) => (((channel * (height + 3)) + y + 1) * stride) + x + 1;

    private void CopyWithBorder(ReadOnlySpan<float> image)
    {
        for (int channel = 0; channel < channels; channel++)
        {
            for (int y = 0; y < height; y++)
            {
                ReadOnlySpan<float> row = image.Slice(((channel * height) + y) * width, width);
                int first = Offset(channel, y, 0);
                row.CopyTo(source.AsSpan(first, width));
                source[first - 1] = fill ?? row[0];
                source.AsSpan(first + width, 2).Fill(fill ?? row[^1]);
            }

            FillRow(channel, -1, 0);
            FillRow(channel, height, height - 1);
            FillRow(channel, height + 1, height - 1);
        }
    }

    private void FillRow(int channel, int y, int nearest)
    {
        Span<float> row = source.AsSpan(Offset(channel, y, -1), stride);
        if (fill is float value)
            row.Fill(value);
        else
            source.AsSpan(Offset(channel, nearest, -1), stride).CopyTo(row);
    }

    /// <summary>Moves and mirrors by whole pixels: no interpolation.</summary>
    private void Move(Span<float> image, in AffineMap map)
    {
        // Mirrored, the columns of the result run the other way: the first of them is the last of the source, less the shift.
        bool isMirrored = map.XX < 0;
        int moved = isMirrored ? width - 1 - (int)map.X0 : (int)map.X0;
        int begin = Math.Clamp(-moved, 0, width), end = Math.Clamp(width - moved, 0, width);
        for (int channel = 0; channel < channels; channel++)
        {
            for (int y = 0; y < height; y++)
            {
                ReadOnlySpan<float> from = source.AsSpan(Offset(channel, Math.Clamp(y + (int)map.Y0, -1, height), -1), stride);
                Span<float> row = image.Slice(((channel * height) + y) * width, width);
                (float before, float behind) = isMirrored ? (from[width + 1], from[0]) : (from[0], from[width + 1]);
                row[..begin].Fill(before);
                row[end..].Fill(behind);
                if (begin >= end)
                    continue;
                int first = isMirrored ? width - moved - end : begin + moved;
                from.Slice(first + 1, end - begin).CopyTo(row[begin..]);
                if (isMirrored)
                    row[begin..end].Reverse();
            }
        }
    }

    /// <summary>For each pixel of a row, its upper left neighbour in the source, and how far it lies behind it.</summary>
    private void FindPositions(int y, in AffineMap map)
    {
        Vector256<float> xx = Vector256.Create((float)map.XX), yx = Vector256.Create((float)map.YX);
        Vector256<float> x0 = Vector256.Create((float)((map.XY * y) + map.X0)), y0 = Vector256.Create((float)((map.YY * y) + map.Y0));
        Vector256<float> before = Vector256.Create(-1f);
        Vector256<float> right = Vector256.Create((float)width), bottom = Vector256.Create((float)height);
        Vector256<float> x = Vector256.ConvertToSingle(Vector256<int>.Indices);
        for (int i = 0; i < width; i += Lanes)
        {
            Vector256<float> sourceX = (x * xx) + x0, sourceY = (x * yx) + y0;
            if (elastic is not null)
            {
                sourceX += Vector256.LoadUnsafe(ref shiftsX[y * elastic.Stride], (nuint)i);
                sourceY += Vector256.LoadUnsafe(ref shiftsY[y * elastic.Stride], (nuint)i);
            }

            sourceX = Vector256.MinNative(Vector256.MaxNative(sourceX, before), right);
            sourceY = Vector256.MinNative(Vector256.MaxNative(sourceY, before), bottom);
            Vector256<float> left = Vector256.Floor(sourceX), top = Vector256.Floor(sourceY);
            (sourceX - left).StoreUnsafe(ref partsX[i]);
            (sourceY - top).StoreUnsafe(ref partsY[i]);
            Vector256<int> offset = (Vector256.ConvertToInt32Native(top) * Vector256.Create(stride)) + Vector256.ConvertToInt32Native(left);
            (offset + Vector256.Create(stride + 1)).StoreUnsafe(ref offsets[i]);
            x += Vector256.Create((float)Lanes);
        }
    }

    private void Interpolate(int channel, Span<float> row)
    {
        ref float all = ref source[channel * (height + 3) * stride];
        ref int offset = ref MemoryMarshal.GetArrayDataReference(offsets);
        ref float partX = ref MemoryMarshal.GetArrayDataReference(partsX);
        ref float partY = ref MemoryMarshal.GetArrayDataReference(partsY);
        for (int x = 0; x < row.Length; x++)
        {
            ref float upper = ref Unsafe.Add(ref all, Unsafe.Add(ref offset, x));
            ref float lower = ref Unsafe.Add(ref upper, stride);
            float toRight = Unsafe.Add(ref partX, x);
            float above = upper + (toRight * (Unsafe.Add(ref upper, 1) - upper));
            float below = lower + (toRight * (Unsafe.Add(ref lower, 1) - lower));
            row[x] = above + (Unsafe.Add(ref partY, x) * (below - above));
        }
    }
}
