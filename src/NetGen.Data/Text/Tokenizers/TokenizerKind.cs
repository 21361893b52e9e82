namespace NetGen.Data;

/// <summary>How texts become tokens.</summary>
public enum TokenizerKind
{
    /// <summary>
    /// Lower-case words: runs of letters and digits, with apostrophes between them, and every other character that is no white space. The
    /// most frequent ones are known.
    /// </summary>
    Words,

    /// <summary>Characters (Unicode scalar values), of which the most frequent ones are known.</summary>
    Characters,

    /// <summary>
    /// Byte pairs: bytes, and what the most frequent pairs of tokens merge to (Sennrich et al. 2016, https://arxiv.org/abs/1508.07909),
    /// within the pieces that GPT-2 cuts a text into. Every text can be encoded, and is decoded as it was.
    /// </summary>
    BytePairs,
}
