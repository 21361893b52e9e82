using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>A reshape with its channels last, as Keras has them, before a layer that states its channels.</summary>
public class ReshapeOrderTests
{
    [Theory]
    [InlineData(
        "Reshape(7, 7, 64), ConvTranspose2d(8, 4, In = 64)",
        "'convtranspose2d1' states In = 64 but receives 7 channels (7×7×64 after reshape1). "
        + "Sizes are channels first: did you mean [Reshape(64, 7, 7)]?")]
    [InlineData(
        "Reshape(7, 7, 64), ConvTranspose2d(8, 4, In = 32)",
        "'convtranspose2d1' states In = 32 but receives 7 channels (7×7×64 after reshape1). Did you mean In = 7?")]
    public async Task The_reshape_is_what_is_turned(string layers, string message)
    {
        Diagnostic fault = Assert.Single(
            await NetworkSource.Diagnose($"[Network, Input(100), Linear(3136), {layers}] public partial class Net;"));
        Assert.Equal(("NG0102", message), (fault.Id, fault.GetMessage()));
    }
}
