using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>Options of losses that make no sense: what the fault says, and that it stands at the option.</summary>
public class LossOptionTests
{
    [Theory]
    [InlineData("CrossEntropy(Target = Target.Input, IgnoreIndex = «0»)", "IgnoreIndex of 'crossentropy1' is 0; with Target = Target.Input there is no label to ignore.")]
    public async Task An_option_is_judged_where_it_stands(string loss, string message)
    {
        Diagnostic fault = Assert.Single(await NetworkSource.Diagnose(Network(loss.Replace("«", "").Replace("»", ""))));
        Assert.Equal(("NG0108", message), (fault.Id, fault.GetMessage()));
        Assert.Equal(loss.Split('«', '»')[1], fault.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(fault.Location.SourceSpan));
    }

    [Theory]
    [InlineData("CrossEntropy(IgnoreIndex = -1)")]
    [InlineData("CrossEntropy(IgnoreIndex = 2, LabelSmoothing = 0.1)")]
    [InlineData("LogSoftmax, NLL(IgnoreIndex = 255)")]
    public async Task These_are_in_order(string loss) => Assert.Empty(await NetworkSource.Diagnose(Network(loss)));

    private static string Network(string loss) => $"""
        [Network, Input(4), Linear(4), {loss}]
        public partial class Net;
        """;
}
