namespace NetGen.Compiler.Emission;

/// <summary>Characters that are put together: a line, or a file.</summary>
/// <remarks>
/// One array, which is filled again and again. A file has millions of characters, and pieces of it, as a StringBuilder keeps them,
/// are copied by each garbage collection that comes while it is printed.
/// </remarks>
internal sealed class TextBuffer(int capacity)
{
    private char[] characters = new char[capacity];

    public int Length { get; private set; }

    public void Append(string part)
    {
        Reserve(part.Length);
        part.CopyTo(0, characters, Length, part.Length);
        Length += part.Length;
    }

    public void Append(TextBuffer part)
    {
        Reserve(part.Length);
        Array.Copy(part.characters, 0, characters, Length, part.Length);
        Length += part.Length;
    }

    public void Append(char character, int count = 1)
    {
        Reserve(count);
        for (int index = 0; index < count; index++)
            characters[Length++] = character;
    }

    public void Clear() => Length = 0;

    public override string ToString() => new(characters, 0, Length);

    private void Reserve(int more)
    {
        if (Length + more > characters.Length)
            Array.Resize(ref characters, Math.Max(Length + more, 2 * characters.Length));
    }
}
