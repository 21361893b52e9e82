using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>Budgets: what they count, where the fault stands, and which layers it names.</summary>
public class BudgetTests
{
    private const string Network = """
        [Network, Input(1, 28, 28)]
        [Budget({0})]
        [Conv2d(8, 3), ReLU, MaxPool2d(2), Flatten, Linear(10), CrossEntropy]
        public partial class Net;
        """;

    [Theory]
    [InlineData("Parameters = 13_610, MultiplyAdds = 62_192", "")]
    [InlineData("Parameters = 13_609", "'Net' has 13610 parameters, and its budget is 13609. Most are in linear1 (13530), conv2d1 (80).")]
    [InlineData(
        "MultiplyAdds = 0", "'Net' has 62192 multiply-adds a sample, and its budget is 0. Most are in conv2d1 (48672), linear1 (13520).")]
    [InlineData("TrainingBytes = 10_000_000, InferenceBytes = 10_000_000", "")]
    public async Task A_budget_names_the_layers_that_cost_most(string budget, string message)
    {
        IReadOnlyList<Diagnostic> found = await NetworkSource.Diagnose(string.Format(null, Network, budget));
        Assert.Equal(message.Length == 0 ? [] : [("NG0117", message)], found.Select(fault => (fault.Id, fault.GetMessage())));
    }

    /// <summary>Bytes are those that the network's constants state; each is off by one.</summary>
    [Theory]
    [InlineData("TrainingBytes", "TrainingBytes", "in training", "relu1 (5440), maxpool2d1 (5440), flatten1 (5440)")]
    [InlineData("InferenceBytes", "PredictionBytes", "in prediction", "relu1 (5440), flatten1 (5440), linear1 (64)")]
    public async Task Bytes_are_those_of_the_constants(string budget, string constant, string where, string dearest)
    {
        long bytes = Constant(constant);

        Assert.Empty(await NetworkSource.Diagnose(string.Format(null, Network, $"{budget} = {bytes}")));
        Diagnostic fault = Assert.Single(await NetworkSource.Diagnose(string.Format(null, Network, $"{budget} = {bytes - 1}")));
        Assert.Equal(
            $"'Net' has {bytes} bytes of activations a sample {where}, and its budget is {bytes - 1}. Most are in {dearest}.",
            fault.GetMessage());
        Assert.Equal(
            $"{bytes - 1}", fault.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(fault.Location.SourceSpan));
    }

    /// <summary>One build shows all that is too much.</summary>
    [Fact]
    public async Task All_parts_of_a_budget_are_judged_at_once() => Assert.Equal(
        ["12", "13", "14", "15"],
        (await NetworkSource.Diagnose(
            string.Format(null, Network, "Parameters = 12, MultiplyAdds = 13, TrainingBytes = 14, InferenceBytes = 15")))
            .Select(fault => fault.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).ToString(fault.Location.SourceSpan))
            .Order());

    [Fact]
    public async Task A_budget_is_at_least_zero()
    {
        Diagnostic fault = Assert.Single(await NetworkSource.Diagnose(string.Format(null, Network, "Parameters = -1")));
        Assert.Equal(("NG0108", "Parameters of 'Budget' is -1; it is at least 0."), (fault.Id, fault.GetMessage()));
    }

    private static long Constant(string name)
    {
        NetworkSource.Driver().RunGeneratorsAndUpdateCompilation(
            NetworkSource.Compilation(string.Format(null, Network, "")), out Compilation output, out _,
            TestContext.Current.CancellationToken);
        var field = (IFieldSymbol)output.GetTypeByMetadataName("Net")!.GetMembers(name).Single();
        return (long)field.ConstantValue!;
    }
}
