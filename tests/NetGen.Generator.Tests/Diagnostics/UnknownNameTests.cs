using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>Names that C# does not know: NetGen adds the nearest one, and draws no conclusions from what is missing.</summary>
public class UnknownNameTests
{
    [Theory]
    [InlineData("Input<MNIST>, Flatten, Linear(10)", "")]
    [InlineData("InputShape(28, 28, 1), Flatten, Linear(10)", "There is no layer 'InputShape'. Did you mean 'Input'?")]
    [InlineData("Inptu(8), Linear(10)", "There is no layer 'Inptu'. Did you mean 'Input'?")]
    [InlineData("Input(-1, 28, 28), Flatten, Linear(10)", "The first size of 'input' is -1; a size is at least 1.")]
    [InlineData("Input(8), Linear(4), Shape(0)", "The first size of 'Shape' is 0; a size is at least 1.")]
    public async Task One_message_is_enough(string attributes, string message) => Assert.Equal(
        message,
        string.Join("\n", (await NetworkSource.Diagnose($"[Network, {attributes}] public partial class Net;"))
            .Where(fault => fault.Severity == DiagnosticSeverity.Error && fault.Id.StartsWith("NG", StringComparison.Ordinal))
            .Select(fault => fault.GetMessage())));
}
