namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>Tokens instead of numbers, numbers instead of tokens, and padding that is none.</summary>
public class TokenMessageTests
{
    [Theory]
    [InlineData("Input<Reviews>, Linear(2), CrossEntropy",
        "NG0101: 'linear1' takes numbers, not tokens, but receives tokens (12, the input). "
            + "[Embedding(1000, 64)] before it gives a row of numbers for each token.")]
    [InlineData("Input(12), Dropout(0.1), Embedding(30, 8), Flatten, Linear(2)",
        "NG0101: 'embedding1' takes tokens, which are an input's whole numbers, but receives a vector (12, the input). "
            + "Write it first after [Input(steps)], with nothing before it.")]
    [InlineData("Input(3, 8, 8), Flatten(Start = 1), PositionEmbedding, Flatten, Linear(2)",
        "NG0101: 'positionembedding1' takes a sequence, but receives a signal (3×8×8 after flatten1). Insert [Transpose] before it.")]
    [InlineData("Input(12), Embedding(30, 8, PaddingIndex = 30), Flatten, Linear(2)",
        "NG0108: PaddingIndex of 'embedding1' is 30; it names one of 30 rows, -30 to 29.")]
    [InlineData("Input(8), PositionEmbedding, Linear(2)",
        "NG0101: 'positionembedding1' takes a sequence, but receives a vector (8, the input). Use a layer made for that shape.")]
    [InlineData("Input(12), Embedding(30, 8), PositionEmbedding(8), Flatten, Linear(2)",
        "NG0108: maxSteps of 'positionembedding1' is 8; it is at least the 12 steps that come in (12×8 after embedding1).")]
    [InlineData("Input(12), Embedding(30, 8), PositionEmbedding(20, Sinusoidal = true), Flatten, Linear(2)",
        "NG0108: maxSteps of 'positionembedding1' is 20; with Sinusoidal = true there is no weight.")]
    [InlineData("Input(12), Embedding(30, 8), PositionEmbedding(Sinusoidal = true, Std = 0.1), Flatten, Linear(2)",
        "NG0108: Std of 'positionembedding1' is 0.1; with Sinusoidal = true there is no weight.")]
    [InlineData("Input(12), Residual<Words>, Linear(2)",
        "NG0119: The input is tokens to [Embedding(100, 8)] and numbers to [Residual<Words>]: it can be one of both. "
            + "Let an Embedding be the first to read it everywhere.")]
    [InlineData("Input(12, PaddingToken = 30), Embedding(30, 8)",
        "NG0108: PaddingToken of 'input' is 30; it is a token, 0 to 29.")]
    [InlineData("Input(12, PaddingToken = 0), Linear(3)",
        "NG0108: PaddingToken of 'input' is 0; only tokens have one, and this input is numbers.")]
    [InlineData("Input<Wide>, Embedding(30, 8)",
        "NG0304: 'Wide' cannot be an input: its [Sample] states a vocabulary, and tokens have one size, the number of steps.")]
    [InlineData("Input<Padded>, Embedding(30, 8)",
        "NG0304: 'Padded' cannot be an input: its [Sample] states the padding token 30, and the tokens are 0 to 29.")]
    public async Task A_message_says_what_was_meant(string layers, string message) => Assert.Equal(
        [message],
        (await NetworkSource.Diagnose($$"""
            [DataSet, Sample(12, Vocabulary = 30), Classes(2)] public class Reviews;
            [DataSet, Sample(12, 3, Vocabulary = 30)] public class Wide;
            [DataSet, Sample(12, Vocabulary = 30, PaddingToken = 30)] public class Padded;
            [Network, {{layers}}]
            public partial class Net
            {
                [Embedding(100, 8), Flatten, Linear(12)] partial class Words : Block;
            }
            """)).Select(fault => $"{fault.Id}: {fault.GetMessage()}"));

    [Theory]
    [InlineData("Input(12), Embedding(30, 8), Shape(12, 8), Flatten, Linear(2)")]
    [InlineData("Input(12), Shape(12), Identity, Embedding(30, 8)")]
    [InlineData("Input(12), Concat<Words, Others>, Linear(2), CrossEntropy")]
    [InlineData("Input<Reviews>, Embedding(31, 8), PositionEmbedding(20), ClassToken, Flatten, Linear(2), CrossEntropy")]
    public async Task What_is_right_has_no_message(string layers) => Assert.Empty(
        await NetworkSource.Diagnose($$"""
            [DataSet, Sample(12, Vocabulary = 30), Classes(2)] public class Reviews;
            [Network, {{layers}}]
            public partial class Net
            {
                [Embedding(100, 8), Flatten, Linear(12)] partial class Words : Block;
                [Embedding(50, 3), Flatten] partial class Others : Block;
            }
            """));
}
