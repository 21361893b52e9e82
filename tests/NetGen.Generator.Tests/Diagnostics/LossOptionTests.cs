using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>Options of losses that make no sense: what the fault says, and that it stands at the option.</summary>
public class LossOptionTests
{
    [Theory]
    [InlineData(
        "CrossEntropy(Target = Target.Input, IgnoreIndex = «0»)",
        "IgnoreIndex of 'crossentropy1' is 0; with Target = Target.Input there is no label to ignore.")]
    [InlineData(
        "CrossEntropy(Weight = «new[] { 1.0, 2.0, 3.0 }»)",
        "Weight of 'crossentropy1' is 3 numbers; it has one for each of the 4 features (4 after linear1).")]
    [InlineData(
        "LogSoftmax, NLL(Name = \"loss\", Weight = «new double[] { 1 }»)",
        "Weight of 'loss' is 1 number; it has one for each of the 4 features (4 after linear1).")]
    [InlineData("CrossEntropy(Weight = «new[] { 1.0, 2.0, 3.0, -0.5 }»)", "Weight of 'crossentropy1' is -0.5; a weight is at least 0.")]
    [InlineData(
        "CrossEntropy(Weight = «new[] { 1.0, 2.0, double.NaN, 1 }»)", "Weight of 'crossentropy1' is NaN; it must be a finite number.")]
    [InlineData(
        "CrossEntropy(Weight = «new[] { 1.0, 2.0, 1e300, 1 }»)",
        "Weight of 'crossentropy1' is 1E+300; it must be a float, at most 3.4028235E+38.")]
    [InlineData("SmoothL1(Beta = «1e-40»)", "Beta of 'smoothl1_1' is 1E-40; it must be a float, 0 or at least 1.1754944E-38.")]
    [InlineData(
        "CrossEntropy(Reduction = «Reduction.None»)",
        "Reduction of 'crossentropy1' is None; a step goes down one number, so it is Mean or Sum; "
        + "for samples that weigh differently, give Trainer.Backward the gradient of your own loss.")]
    [InlineData(
        "BCEWithLogits(PosWeight = «new[] { 1.0, 2 }»)",
        "PosWeight of 'bcewithlogits1' is 2 numbers; it has one number, or one for each of the 4 features (4 after linear1).")]
    [InlineData(
        "Sigmoid, BCE(Weight = «new[] { 1.0, 2 }»)",
        "Weight of 'bce1' is 2 numbers; it has one number, or one for each of the 4 features (4 after linear1).")]
    [InlineData("PoissonNLL(Eps = «-0.5»)", "Eps of 'poissonnll1' is -0.5; it is not negative.")]
    [InlineData("MultiMargin(P = «3»)", "P of 'multimargin1' is 3; it is 1 or 2.")]
    [InlineData(
        "MultiMargin(Weight = «new[] { 1.0, 2 }»)",
        "Weight of 'multimargin1' is 2 numbers; it has one for each of the 4 features (4 after linear1).")]
    [InlineData(
        "MultiLabelSoftMargin(Weight = «new[] { 1.0, 2 }»)",
        "Weight of 'multilabelsoftmargin1' is 2 numbers; it has one number, or one for each of the 4 features (4 after linear1).")]
    [InlineData(
        "MultiLabelMargin(Reduction = «Reduction.BatchMean»)",
        "Reduction of 'multilabelmargin1' is BatchMean; only KLDiv has it; it is Mean or Sum.")]
    public async Task An_option_is_judged_where_it_stands(string loss, string message)
    {
        Diagnostic fault = Assert.Single(await NetworkSource.Diagnose(Network(loss.Replace("«", "").Replace("»", ""))));
        Assert.Equal(("NG0108", message), (fault.Id, fault.GetMessage()));
        Assert.Equal(
            loss.Split('«', '»')[1],
            fault.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(fault.Location.SourceSpan));
    }

    [Theory]
    [InlineData("CrossEntropy(IgnoreIndex = -1)")]
    [InlineData("CrossEntropy(IgnoreIndex = 2, LabelSmoothing = 0.1)")]
    [InlineData("LogSoftmax, NLL(IgnoreIndex = 255)")]
    [InlineData("CrossEntropy(Weight = new[] { 1.0, 2, 0, 1.5 })")]
    [InlineData("BCEWithLogits(Weight = new double[] { 2 }, PosWeight = new double[] { 1, 2, 3, 1 << 2 })")]
    public async Task These_are_in_order(string loss) => Assert.Empty(await NetworkSource.Diagnose(Network(loss)));

    private static string Network(string loss) => $"""
        [Network, Input(4), Linear(4), {loss}]
        public partial class Net;
        """;
}
