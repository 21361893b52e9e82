namespace NetGen.Compiler.Emission;

/// <summary>The characters of a line while it is put together.</summary>
internal sealed class LineBuffer
{
    public char[] Characters { get; private set; } = new char[256];

    public int Length { get; private set; }

    public void Append(string part)
    {
        if (Length + part.Length > Characters.Length)
        {
            char[] larger = new char[Math.Max(Length + part.Length, 2 * Characters.Length)];
            Array.Copy(Characters, larger, Length);
            Characters = larger;
        }

        part.CopyTo(0, Characters, Length, part.Length);
        Length += part.Length;
    }

    public void Clear() => Length = 0;
}
