using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>A build that ends in C#'s own errors drops what analyzers find: what explains such an error comes from the generator.</summary>
public class BuildTests
{
    [Theory]
    [InlineData("", "NG0204 NG0207")]
    [InlineData("true", "")]
    [InlineData(null, "")]
    public void The_generator_explains_errors_of_CSharp(string? designTime, string ids)
    {
        const string Source =
            "[Network, Input(784), Linear(784, 128), ReLU, Linear(2, In = 7), CrossEntropyLoss] public partial class Net;";
        GeneratorDriver driver = NetworkSource.Driver(designTime is null ? [] : [("build_property.DesignTimeBuild", designTime)]);

        var found =
            driver.RunGenerators(NetworkSource.Compilation(Source), TestContext.Current.CancellationToken).GetRunResult().Diagnostics;

        Assert.Equal(ids, string.Join(" ", found.Select(fault => fault.Id).Order()));
    }

    /// <summary>The layers behind such arguments are judged by what is meant.</summary>
    [Fact]
    public async Task Layers_go_on_with_what_is_meant()
    {
        IReadOnlyList<Diagnostic> found = await NetworkSource.Diagnose(
            "[Network, Input(3, 64, 64), Conv2d(3, 64, 4, 2, 1, bias: false), ReLU, Flatten, Linear(2, In = 7)] public partial class Net;");
        Assert.Equal(
            ["NG0102: 'linear1' states In = 7 but receives 65536 values (64×32×32 after flatten1). Did you mean In = 65536?",
                "NG0207: 'Conv2d' does not take (3, 64, 4, 2, 1, bias: false). Did you mean "
                + "[Conv2d(64, 4, Stride = 2, Padding = 1, Bias = false)]? What comes in is worked out; In = 3 has it checked."],
            found.Where(fault => fault.Id.StartsWith("NG", StringComparison.Ordinal))
                .Select(fault => $"{fault.Id}: {fault.GetMessage()}").Order());
    }
}
