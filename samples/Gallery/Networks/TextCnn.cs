namespace Gallery.Networks;

/// <summary>
/// A convolutional network for sentences: <see href="https://arxiv.org/abs/1408.5882">Kim 2014</see>, for the data set MR (table 1).
/// 5,990,702 parameters, of which 18,766 × 300 are vectors of words: a sum of our own, the paper states none.
/// </summary>
[Network]
[Input(56)]
[Embedding(18766, 300, PaddingIndex = 0), Transpose]
[Concat<Trigrams, FourGrams, FiveGrams>]
[Dropout(0.5), Linear(2)]
[CrossEntropy]
public partial class TextCnn
{
    [NGrams(3)]
    private partial class Trigrams : Block;

    [NGrams(4)]
    private partial class FourGrams : Block;

    [NGrams(5)]
    private partial class FiveGrams : Block;
}

/// <summary>A hundred patterns of a few words, each with its best match in the sentence.</summary>
[Conv1d(100, Words), ReLU, Max(Axis = 1)]
public partial class NGrams(int words) : Block;
