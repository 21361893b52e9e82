namespace CharGpt;

/// <summary>The characters that the model knows, each with its number.</summary>
internal static class Alphabet
{
    /// <summary>The number of characters.</summary>
    public const int Size = 65;

    private const string Characters = "\n !\"'(),-.:;?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>The numbers of a text's characters; others are left out.</summary>
    public static int[] Encode(string text) => [.. text.Select(character => Characters.IndexOf(character)).Where(token => token >= 0)];

    /// <summary>The character with this number.</summary>
    public static char Decode(int token) => Characters[token];
}
