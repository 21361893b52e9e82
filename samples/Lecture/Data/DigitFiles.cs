using System.Buffers.Binary;
using NetGen;

namespace Lecture.Data;

/// <summary>Writes digits that a network made as MNIST's files have theirs, which <see cref="IdxFile"/> reads.</summary>
internal static class DigitFiles
{
    /// <summary>Writes two files, <c>NAME-images-idx3-ubyte</c> and <c>NAME-labels-idx1-ubyte</c>; what they held is replaced.</summary>
    /// <param name="lesson">The run, whose folder takes the files.</param>
    /// <param name="name">How the files' names begin.</param>
    /// <param name="pixels">[digits, 28, 28], normalised.</param>
    /// <param name="labels">The class of each digit, 0 to 9.</param>
    /// <returns>Where the file of the pictures lies.</returns>
    public static string Write(Lesson lesson, string name, ReadOnlySpan<float> pixels, ReadOnlySpan<int> labels)
    {
        var images = new byte[pixels.Length];
        for (int i = 0; i < images.Length; i++)
            images[i] = (byte)((Math.Clamp((pixels[i] * Mnist.StandardDeviation) + Mnist.Mean, 0, 1) * 255) + 0.5f);
        var classes = new byte[labels.Length];
        for (int i = 0; i < classes.Length; i++)
            classes[i] = (byte)labels[i];
        string path = lesson.PathOf($"{name}-images-idx3-ubyte");
        Write(path, images, labels.Length, Mnist.Side, Mnist.Side);
        Write(lesson.PathOf($"{name}-labels-idx1-ubyte"), classes, labels.Length);
        return path;
    }

    /// <summary>The format: 0, 0, 8 for bytes, the number of axes; the size of each axis, high byte first; the values.</summary>
    private static void Write(string path, byte[] values, params ReadOnlySpan<int> sizes)
    {
        var header = new byte[4 * (sizes.Length + 1)];
        (header[2], header[3]) = (8, (byte)sizes.Length);
        for (int axis = 0; axis < sizes.Length; axis++)
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 * (axis + 1)), sizes[axis]);
        File.WriteAllBytes(path, [.. header, .. values]);
    }
}
