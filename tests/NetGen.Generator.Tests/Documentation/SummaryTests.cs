using NetGen.Compiler.Emission;
using NetGen.Compiler.Shaping;
using NetGen.Generator.Tests.Language;

namespace NetGen.Generator.Tests.Documentation;

/// <summary>A network's Summary as a tree: blocks above their layers.</summary>
public class SummaryTests
{
    private const string Gpt = """
        [Network, Input(64), Embedding(65, 48, Name = "wte"), PositionEmbedding(Name = "wpe")]
        [GptBlock(heads: 4, Repeat = 3, Name = "h"), LayerNorm(Name = "ln_f"), Linear(65, Name = "head"), CrossEntropy]
        public partial class Net;

        [Residual<Attention>, Residual<FeedForward>]
        public partial class GptBlock(int heads) : Block
        {
            [LayerNorm(Name = "ln_1"), SelfAttention(Heads = Heads, Causal = true, Name = "attn")] partial class Attention : Block;
            [LayerNorm(Name = "ln_2"), Mlp(Name = "mlp")] partial class FeedForward : Block;
        }

        [Linear(4 * In, Name = "c_fc"), GELU, Linear(In, Name = "c_proj")] public partial class Mlp : Block;
        """;

    private const string Staged = """
        [Network, Input(3, 8, 8)]
        [Stage(16, Repeat = 2), BasicBlock(16), BasicBlock(16), Flatten, Linear(10), CrossEntropy]
        public partial class Net;

        [Residual<Path, Projection>, Residual<Twice>(Repeat = 2, Name = "twice")] public partial class Stage(int width) : Block
        {
            [BasicBlock(Width)] partial class Path : Block;
            [Conv2d(Width, 1)] partial class Projection : Block;
            [Concat<Half, Half>] partial class Twice : Block;
            [Conv2d(Width / 2, 1)] partial class Half : Block;
        }

        [Conv2d(Width, 3, Padding = 1), ReLU] public partial class BasicBlock(int width) : Block;
        """;

    [Fact]
    public void A_block_is_a_row_above_its_layers_and_what_is_repeated_is_shown_once() => Assert.Equal(
        """
        Net
        ────────────────────────────────────────────────────────────────────────────
        Layer         Kind               Output shape      Parameters  Multiply-adds
        ────────────────────────────────────────────────────────────────────────────
        input                            [batch, 64]
        wte           Embedding          [batch, 64, 48]        3,120              0
        wpe           PositionEmbedding  [batch, 64, 48]        3,072              0
        h.0           GptBlock           [batch, 64, 48]       28,272      1,969,152
        ├─ ln_1       LayerNorm          [batch, 64, 48]           96              0
        ├─ attn       SelfAttention      [batch, 64, 48]        9,408        789,504
        ├─ ln_2       LayerNorm          [batch, 64, 48]           96              0
        └─ mlp        Mlp                [batch, 64, 48]       18,672      1,179,648
           ├─ c_fc    Linear             [batch, 64, 192]       9,408        589,824
           ├─ gelu1   GELU               [batch, 64, 192]           0              0
           └─ c_proj  Linear             [batch, 64, 48]        9,264        589,824
        h.1           GptBlock (as h.0)  [batch, 64, 48]       28,272      1,969,152
        h.2           GptBlock (as h.0)  [batch, 64, 48]       28,272      1,969,152
        ln_f          LayerNorm          [batch, 64, 48]           96              0
        head          Linear             [batch, 64, 65]        3,185        199,680
        ────────────────────────────────────────────────────────────────────────────
        """.ReplaceLineEndings("\n"),
        string.Join('\n', SummaryText.Lines(ShapedSource.Network(Gpt), 0, 0).Take(20)));

    /// <summary>Two stages differ in what comes in, so that the second is shown too.</summary>
    [Fact]
    public void Blocks_stand_in_blocks() => Assert.Equal(
        [
            "stage1.0 Stage 1056",
            "├─ basicblock1 BasicBlock 448", "│  ├─ conv2d1 Conv2d 448", "│  └─ relu1 ReLU 0",
            "├─ conv2d1 Conv2d 64",
            "├─ twice.0 Residual 272", "│  ├─ concat1.0.conv2d1 Conv2d 136", "│  └─ concat1.1.conv2d1 Conv2d 136",
            "└─ twice.1 Residual (as twice.0) 272",
            "stage1.1 Stage 2864",
            "├─ basicblock1 BasicBlock 2320", "│  ├─ conv2d1 Conv2d 2320", "│  └─ relu1 ReLU 0",
            "├─ twice.0 Residual 272", "│  ├─ concat1.0.conv2d1 Conv2d 136", "│  └─ concat1.1.conv2d1 Conv2d 136",
            "└─ twice.1 Residual (as twice.0) 272",
            "basicblock1 BasicBlock 2320", "├─ conv2d1 Conv2d 2320", "└─ relu1 ReLU 0",
            "basicblock2 BasicBlock (as basicblock1) 2320",
            "flatten1 Flatten 0", "linear1 Linear 10250",
        ],
        SummaryTree.Rows(ShapedSource.Network(Staged)).Select(row => $"{row.Label} {row.Kind} {row.Parameters}"));

    [Theory]
    [InlineData(Gpt)]
    [InlineData(Staged)]
    public void Rows_that_stand_in_no_block_add_up_to_the_totals(string source)
    {
        ShapedNetwork network = ShapedSource.Network(source);
        SummaryRow[] rows = [.. SummaryTree.Rows(network).Where(row => row.Label[0] is not ('├' or '└' or '│' or ' '))];
        Assert.Equal(network.ParameterCount, rows.Sum(row => row.Parameters));
        Assert.Equal(network.MultiplyAdds, rows.Sum(row => row.MultiplyAdds));
    }

    /// <summary>The page of layers shows a part of the table of the GPT.</summary>
    [Fact]
    public void The_page_shows_what_comes()
    {
        string page = File.ReadAllText(Path.Combine(NetGen.Execution.Tests.RepositoryFolder.Location, "docs", "layers.md"))
            .ReplaceLineEndings("\n");
        string shown = page.Split("```text\n")[1].Split("```")[0];
        Assert.Contains(shown, string.Join('\n', SummaryText.Lines(ShapedSource.Network(Gpt), 0, 0)), StringComparison.Ordinal);
    }
}
