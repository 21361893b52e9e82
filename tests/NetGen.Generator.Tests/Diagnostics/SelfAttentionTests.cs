using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>Attention whose heads do not fit, or before which no sequence comes: what the fault says, and where it stands.</summary>
public class SelfAttentionTests
{
    [Theory]
    [InlineData(
        "Input(7, 20), SelfAttention(Heads = «3»)", "NG0108",
        "Heads of 'selfattention1' is 3; it must divide the 20 features that come in (7×20, the input).")]
    [InlineData(
        "Input(7, 20), SelfAttention(Heads = «4», Rotary = true)", "NG0108",
        "Heads of 'selfattention1' is 4; with Rotary a head has an even number of features, since pairs turn; here it has 5 of"
        + " 20 (7×20, the input).")]
    [InlineData(
        "Input(7, 20), SelfAttention(Heads = 4, KeyValueHeads = «3»)", "NG0108",
        "KeyValueHeads of 'selfattention1' is 3; it must divide the 4 heads.")]
    [InlineData(
        "Input(7, 20), SelfAttention(Heads = 4, Dropout = «10»)", "NG0108",
        "Dropout of 'selfattention1' is 10; a probability is between 0 and 1.")]
    [InlineData(
        "Input(7, 20), «SelfAttention»", "NG0108",
        "Heads of 'selfattention1' is not stated; it says into how many heads the features are divided.")]
    [InlineData(
        "Input(7, 20), SelfAttention(Heads = «0»)", "NG0107",
        "Heads of 'selfattention1' is 0; a size is at least 1.")]
    [InlineData(
        "Input(7, 20), SelfAttention(Heads = 4, In = «16»)", "NG0102",
        "'selfattention1' states In = 16 but receives 20 features (7×20, the input). Did you mean In = 20?")]
    [InlineData(
        "Input(20), «SelfAttention(Heads = 4)»", "NG0101",
        "'selfattention1' takes a sequence (steps × features), but receives a vector (20, the input). Use a layer made for that shape.")]
    [InlineData(
        "Input(3, 8, 8), «SelfAttention(Heads = 4)»", "NG0101",
        "'selfattention1' takes a sequence (steps × features), but receives an image (3×8×8, the input). Use a layer made for that shape.")]
    [InlineData(
        "Input(7, 20), Transpose, «SelfAttention(Heads = 5)»", "NG0101",
        "'selfattention1' takes a sequence (steps × features), but receives a signal (20×7 after transpose1). Insert"
        + " [Transpose] before it.")]
    [InlineData(
        "Input(7, 20), SelfAttention(Heads = 4, «BatchFirst» = true)", "NG0206",
        "[SelfAttention] has no option 'BatchFirst'. The batch is always first, and never written. Leave it out.")]
    [InlineData(
        "Input(7, 20), SelfAttention(«NumHeads» = 4, Heads = 4)", "NG0206",
        "[SelfAttention] has no option 'NumHeads'. Here it is Heads.")]
    public async Task A_fault_stands_where_it_is_made(string elements, string id, string message)
    {
        Diagnostic fault = Assert.Single(
            await NetworkSource.Diagnose(Network(elements.Replace("«", "").Replace("»", ""))),
            fault => fault.Id.StartsWith("NG", StringComparison.Ordinal));
        Assert.Equal((id, message), (fault.Id, fault.GetMessage()));
        SourceText text = fault.Location.SourceTree!.GetText(TestContext.Current.CancellationToken);
        Assert.Equal(elements.Split('«', '»')[1], text.ToString(fault.Location.SourceSpan));
    }

    [Theory]
    [InlineData("SelfAttention(Heads = 4)")]
    [InlineData("SelfAttention(Heads = 1, Causal = true, Rotary = true, Dropout = 1)")]
    [InlineData("SelfAttention(Heads = 10, KeyValueHeads = 5, Rotary = true, Bias = false, In = 20)")]
    [InlineData("Transpose, Transpose, SelfAttention(Heads = 20, KeyValueHeads = 1)")]
    public async Task These_keep_the_shape(string layers) =>
        Assert.Empty(await NetworkSource.Diagnose(Network($"Input(7, 20), {layers}, Output(7, 20)")));

    private static string Network(string elements) => $"""
        [Network, {elements}]
        public partial class Net;
        """;
}
