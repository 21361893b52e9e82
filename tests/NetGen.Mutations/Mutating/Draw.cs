using System.Globalization;

namespace NetGen.Mutations.Mutating;

/// <summary>The random choices of one mutation, which the same number gives again, and a record of them.</summary>
/// <param name="number">The number of the mutation.</param>
/// <param name="isRecorded">Whether <see cref="Record"/> is kept.</param>
internal sealed class Draw(long number, bool isRecorded)
{
    private readonly Random random = new(unchecked((int)(number ^ (number >> 32)) * (int)0x9E3779B1));
    private readonly List<string> record = [];

    /// <summary>What was chosen, in words.</summary>
    public string Record => string.Join("; ", record);

    /// <summary>A number of at least 0 and below a bound, which is at least 1.</summary>
    public int Below(int bound) => random.Next(bound);

    /// <summary>Whether one of so many cases is drawn.</summary>
    public bool OneIn(int cases) => random.Next(cases) == 0;

    /// <summary>One of some values.</summary>
    public T Of<T>(params ReadOnlySpan<T> values) => values[random.Next(values.Length)];

    /// <summary>Bytes that are drawn.</summary>
    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>Says what was done.</summary>
    public void Note(FormattableString text)
    {
        if (isRecorded)
            record.Add(text.ToString(CultureInfo.InvariantCulture));
    }
}
