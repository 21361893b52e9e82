using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>Options that the language does not have, or calls otherwise: what is said beside C#'s own error.</summary>
public class UnknownOptionTests
{
    [Theory]
    [InlineData(
        "LayerNorm(«NormalizedShape» = 4)",
        "[LayerNorm] has no option 'NormalizedShape'. Here it is In: it checks the features or channels that come in, "
        + "and what is normalised follows from their kind: the features of a vector or of each step, a signal or an image as a whole.")]
    [InlineData("Linear(4, «InFeatures» = 4)", "[Linear] has no option 'InFeatures'. Here it is In.")]
    [InlineData(
        "ReLU(«Inplace» = true)",
        "[ReLU] has no option 'Inplace'. Memory, in-place operations included, is planned when the network is compiled. Leave it out.")]
    [InlineData(
        "ReLU(«inplace»: true)",
        "[ReLU] has no option 'inplace'. Memory, in-place operations included, is planned when the network is compiled. Leave it out.")]
    [InlineData(
        "Softmax(«Dim» = 1)",
        "[Softmax] has no option 'Dim'. Here it is Axis: it counts the axes of a sample from 0, where PyTorch's counts the batch first.")]
    [InlineData(
        "Linear(«OutFeatures» = 4)", "[Linear] has no option 'OutFeatures'. Write outFeatures: 4 before all options with an equals sign.")]
    [InlineData("BatchNorm(«Momentun» = 0.2)", "[BatchNorm] has no option 'Momentun'. Did you mean Momentum?")]
    [InlineData("Linear(4, «Sparse» = true)", "[Linear] has no option 'Sparse'. It has Bias, Init, Std, In, Tied, Frozen, Name.")]
    [InlineData("ReLU(«Frozen» = true)", "[ReLU] has no option 'Frozen'. It has Name.")]
    [InlineData(
        "Linear(4, «Trainable» = false)",
        "[Linear] has no option 'Trainable'. Frozen = true keeps the parameters of a layer, or of all within a block, from learning. "
            + "Leave it out.")]
    [InlineData(
        "Embedding(9, 4, «MaxNorm» = 2)",
        "[Embedding] has no option 'MaxNorm'. Rows are not scaled as they are looked up; the weight decay of AdamW keeps them small. "
            + "Leave it out.")]
    [InlineData("Embedding(9, 4, «padding_idx» = 0)", "[Embedding] has no option 'padding_idx'. Here it is PaddingIndex.")]
    [InlineData(
        "Embedding(9, 4), LSTM(4, «hidden_size» = 4)",
        "[LSTM] has no option 'hidden_size'. Write hiddenSize: 4 before all options with an equals sign.")]
    [InlineData("Linear(2), MSE(«Reduce» = false)", "[MSE] has no option 'Reduce'. Here it is Reduction.")]
    public async Task It_is_named_with_a_way_out(string element, string message)
    {
        Diagnostic fault = Assert.Single(await Faults(Network(element.Replace("«", "").Replace("»", ""))));
        Assert.Equal(("NG0206", message), (fault.Id, fault.GetMessage()));
        Assert.Equal(
            element.Split('«', '»')[1],
            fault.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(fault.Location.SourceSpan));
    }

    /// <summary>
    /// An argument of a call that is an option here is told of with the others of its layer, and what is half typed not at all.
    /// </summary>
    [Theory]
    [InlineData("Linear(4, in_features: 4)", "NG0207")]
    [InlineData("LayerNorm(normalized_shape: 4)", "NG0207")]
    [InlineData("Linear(4, = 3)", "")]
    [InlineData("Reparameterize", "")]
    [InlineData("Reparameterize<", "")]
    [InlineData("Reparameterize<Identity>", "")]
    [InlineData("Reparameterize<Identity, >(Beta = )", "")]
    [InlineData("Reparameterize<Identity, Identity, Identity>", "")]
    public async Task The_rest_is_reported_once_at_most(string element, string ids) =>
        Assert.Equal(ids, string.Join(" ", (await Faults(Network(element))).Select(fault => fault.Id)));

    [Fact]
    public async Task An_attribute_with_one_option_names_it() => Assert.Equal(
        ["[Input] has no option 'Size'. It has Name, PaddingToken."],
        (await Faults("[Network, Input<Mnist>(Size = 3), Flatten, Linear(10)] public partial class Net;"))
            .Select(fault => fault.GetMessage()));

    [Fact]
    public async Task In_a_block_it_is_reported_once()
    {
        const string Source = """
            [Linear(4, Biaz = false)] public partial class Part : Block;
            [Network, Input(4), Part, Part] public partial class First;
            [Network, Input(8), Part] public partial class Second;
            """;
        Diagnostic fault = Assert.Single(await Faults(Source));
        Assert.Equal("[Linear] has no option 'Biaz'. Did you mean Bias?", fault.GetMessage());
    }

    /// <summary>Those of NetGen: C# has an error at the same place.</summary>
    private static async Task<Diagnostic[]> Faults(string source) =>
        [.. (await NetworkSource.Diagnose(source)).Where(fault => fault.Id.StartsWith("NG", StringComparison.Ordinal))];

    private static string Network(string element) => $"""
        [Network, Input(4), {element}]
        public partial class Net;
        """;
}
