using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NetGen.Data;

/// <summary>A part of a text that is at least one token in any vocabulary, and that no token reaches across.</summary>
/// <param name="Start">Its first UTF-16 unit.</param>
/// <param name="Length">Its UTF-16 units.</param>
internal readonly partial record struct TextPiece(int Start, int Length)
{
    /// <summary>The piece in its text.</summary>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    /// <summary>The pieces of a text, in their order.</summary>
    public static List<TextPiece> Of(TokenizerKind kind, string text)
    {
        var pieces = new List<TextPiece>();
        switch (kind)
        {
            case TokenizerKind.Words:
                AddWords(text, pieces);
                break;
            case TokenizerKind.Characters:
                for (int start = 0; start < text.Length; start += pieces[^1].Length)
                    pieces.Add(new TextPiece(start, CharacterAt(text, start, out _)));
                break;
            default:
                foreach (ValueMatch match in Gpt2().EnumerateMatches(text))
                    pieces.Add(new TextPiece(match.Index, match.Length));
                break;
        }

        return pieces;
    }

    private static void AddWords(string text, List<TextPiece> pieces)
    {
        for (int start = 0, length; start < text.Length; start += length)
        {
            length = CharacterAt(text, start, out Rune first);
            if (Rune.IsWhiteSpace(first))
                continue;
            if (IsOfWord(first))
                length = WordAt(text, start, length);
            pieces.Add(new TextPiece(start, length));
        }
    }

    private static int WordAt(string text, int start, int length)
    {
        for (int next = start + length; next < text.Length; next = start + length)
        {
            int width = CharacterAt(text, next, out Rune character);
            if (IsOfWord(character))
                length += width;
            else if (character.Value is '\'' or '’' && next + 1 < text.Length && CharacterAt(text, next + 1, out Rune behind) is var more
                && IsOfWord(behind))
                length += 1 + more;
            else
                break;
        }

        return length;
    }

    private static bool IsOfWord(Rune character) => Rune.IsLetterOrDigit(character)
        || Rune.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>The length of a character, a lone surrogate being one too.</summary>
    private static int CharacterAt(string text, int start, out Rune character) =>
        Rune.DecodeFromUtf16(text.AsSpan(start), out character, out int length) == OperationStatus.Done ? length : 1;

    // The pattern of https://github.com/openai/gpt-2/blob/master/src/encoder.py.
    [GeneratedRegex(@"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Gpt2();
}
