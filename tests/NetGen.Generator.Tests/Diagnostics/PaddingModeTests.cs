using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>Padding that the image itself fills.</summary>
public class PaddingModeTests
{
    [Theory]
    [InlineData(
        "Padding = 1, PaddingMode = «\"mirror\"»",
        "PaddingMode of 'conv2d1' is \"mirror\"; it is \"zeros\", \"reflect\", \"replicate\" or \"circular\".")]
    [InlineData(
        "PaddingHeight = «4», PaddingMode = \"reflect\"",
        "PaddingHeight of 'conv2d1' is 4; mirrored, it is at most 3 for a height of 4 (1×4×6, the input).")]
    [InlineData(
        "Padding = «5», PaddingMode = \"circular\"",
        "Padding of 'conv2d1' is 5; from the other side, it is at most 4 for a height of 4 (1×4×6, the input).")]
    public async Task It_is_judged_where_it_stands(string options, string message)
    {
        Diagnostic fault = Assert.Single(await NetworkSource.Diagnose(Network(options.Replace("«", "").Replace("»", ""))));
        Assert.Equal(message, fault.GetMessage());
        Assert.Equal("NG0108", fault.Id);
        Assert.Equal(
            options.Split('«', '»')[1],
            fault.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(fault.Location.SourceSpan));
    }

    [Theory]
    [InlineData("Padding = 3, PaddingMode = \"reflect\"")]
    [InlineData("Padding = 4, PaddingMode = \"circular\"")]
    [InlineData("Padding = 9, PaddingMode = \"replicate\"")]
    [InlineData("Padding = 9, PaddingMode = \"zeros\"")]
    public async Task These_are_in_order(string options) => Assert.Empty(await NetworkSource.Diagnose(Network(options)));

    private static string Network(string options) => $"""
        [Network, Input(1, 4, 6), Conv2d(2, 3, {options})]
        public partial class Net;
        """;
}
