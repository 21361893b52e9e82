using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>
/// Copies samples between a caller's array, row-major and without padding, and a program's memory, where they may be permuted and padded.
/// </summary>
internal sealed class SampleCopy
{
    private readonly CopyAxis[] toArray;
    private readonly CopyAxis[] toMemory;
    private readonly bool isContiguous;

    /// <param name="shape">The shape of a sample.</param>
    /// <param name="layout">Where its numbers lie in the program's memory; null where that is as in the array.</param>
    public SampleCopy(int[] shape, SampleLayout? layout)
    {
        Size = StridedLayout.Elements(shape);
        Stride = layout?.SampleStride ?? Size;
        isContiguous = layout is null;
        toArray = new CopyAxis[shape.Length];
        for (int axis = shape.Length - 1, stride = 1; axis >= 0; stride *= shape[axis--])
            toArray[axis] = new(shape[axis], layout?.Strides[axis] ?? stride, stride);
        toMemory = Reversed(toArray);
    }

    /// <summary>Floats of a sample in an array.</summary>
    public int Size { get; }

    /// <summary>Floats from one sample to the next in a program's memory.</summary>
    public int Stride { get; }

    /// <summary>Whether a sample has floats in memory that are no numbers of it.</summary>
    public bool HasPadding => Stride > Size;

    /// <summary>Copies as many samples as the array has.</summary>
    public void ToArray(ReadOnlySpan<float> memory, Span<float> array)
    {
        if (isContiguous)
            memory[..array.Length].CopyTo(array);
        else
            Copy(ref MemoryMarshal.GetReference(memory), Stride, ref MemoryMarshal.GetReference(array), Size, array.Length / Size, toArray);
    }

    /// <summary>Copies as many samples as the array has, with zeros in the padding.</summary>
    public void ToMemory(ReadOnlySpan<float> array, Span<float> memory)
    {
        int samples = array.Length / Size;
        if (isContiguous)
        {
            array.CopyTo(memory);
            return;
        }

        if (HasPadding)
            memory[..(samples * Stride)].Clear();
        Copy(ref MemoryMarshal.GetReference(array), Size, ref MemoryMarshal.GetReference(memory), Stride, samples, toMemory);
    }

    // The way back, outermost first in the memory; axes that lie equally far apart there keep their order.
    private static CopyAxis[] Reversed(CopyAxis[] axes)
    {
        var reversed = new CopyAxis[axes.Length];
        for (int count = 0; count < axes.Length; count++)
        {
            CopyAxis axis = new(axes[count].Size, axes[count].DestinationStride, axes[count].SourceStride);
            int place = count;
            for (; place > 0 && reversed[place - 1].DestinationStride < axis.DestinationStride; place--)
                reversed[place] = reversed[place - 1];
            reversed[place] = axis;
        }

        return reversed;
    }

    private void Copy(
        ref float source, int sourceStride, ref float destination, int destinationStride, int samples, CopyAxis[] axes)
    {
        if (axes.Length == 1)
            Copies.Rows(ref source, sourceStride, ref destination, destinationStride, Size, 0, samples);
        else
            Copies.Strided(ref source, sourceStride, ref destination, destinationStride, 0, samples, axes);
    }
}
