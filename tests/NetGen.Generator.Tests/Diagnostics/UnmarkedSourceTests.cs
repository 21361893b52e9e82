namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>A class that is named as an input and lacks its mark: one mistake, one message, at the network that names it.</summary>
public class UnmarkedSourceTests
{
    [Theory]
    [InlineData("[Input(8), Linear(4)] public partial class Code;", "it has layers, but is not marked [Network]")]
    [InlineData("[Linear(4), ReLU] public class Code;", "it has layers, but is not marked [Network]")]
    [InlineData("[Sample(8), Classes(2)] public class Code;", "it has a [Sample], but is not marked [DataSet]")]
    [InlineData("[Linear(4)] public partial class Code : Block;", "it is a block, which is a layer and stands after an [Input]")]
    [InlineData("public class Code;", "it has neither [DataSet] nor [Network]")]
    [InlineData(
        "public class Code;",
        "what it holds is known only when it is made. State the sizes of a sample, [Input(784)] or [Input(1, 28, 28)]; "
        + "Fit takes the set all the same", "ArrayDataSet")]
    public async Task One_message_says_what_is_missing(string source, string message, string input = "Code") =>
        Assert.Equal(
            [$"NG0304: '{input}' cannot be an input: {message}."],
            (await NetworkSource.Diagnose($"[Network, Input<{input}>, Linear(3)] public partial class Net; {source}"))
                .Select(fault => $"{fault.Id}: {fault.GetMessage()}"));
}
